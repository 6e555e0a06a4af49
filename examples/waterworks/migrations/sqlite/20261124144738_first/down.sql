-- data.work_order: drop the table
DROP TABLE "waterworks_work_order";

-- data.user: drop the table
DROP TABLE "platform_user";

-- data.membership: drop the table
DROP TABLE "platform_membership";

-- data.log: drop the table
DROP TABLE "platform_log";

-- data.group: drop the table
DROP TABLE "platform_group";

-- data.site: drop the table
DROP TABLE "places_site";

-- data.district: drop the table
DROP TABLE "places_district";

-- data.reading: drop the table
DROP TABLE "meters_reading";

-- data.meter: drop the table
DROP TABLE "meters_meter";

-- data.complaint: drop the table
DROP TABLE "complaints_complaint";
