-- data.person: drop the table
ALTER TABLE "shop_person" DROP CONSTRAINT "shop_person__department_id__fk";
ALTER TABLE "shop_person" DROP CONSTRAINT "shop_person__deputy_id__fk";

-- data.department: drop the table
ALTER TABLE "shop_department" DROP CONSTRAINT "shop_department__head_id__fk";

-- data.person: drop the table
DROP TABLE "shop_person";

-- data.department: drop the table
DROP TABLE "shop_department";
