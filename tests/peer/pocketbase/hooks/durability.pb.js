// A commit has reached the disk when it returns, as on the other side; PocketBase itself asks for less. It writes through one
// connection, which is told again every minute in case it was opened anew.

onBootstrap((event) => {
  event.next();
  event.app.nonconcurrentDB().newQuery("PRAGMA synchronous = FULL").execute();
});

cronAdd("durability", "* * * * *", () => {
  $app.nonconcurrentDB().newQuery("PRAGMA synchronous = FULL").execute();
});
