-- Whether the tables of a projection are being written, on H2. One that finds it so at its start is made anew.
alter table projection add column writing boolean default false not null;
