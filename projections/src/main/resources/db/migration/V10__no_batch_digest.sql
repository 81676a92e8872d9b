-- A batch is known by its subscription and positions alone.
alter table subscription drop column batch_digest;
