-- One service's role and schema. Variables of psql: role, database, password.
revoke all on database :"database" from public;
revoke all on schema public from public;
create role :"role" login nosuperuser nocreatedb nocreaterole password :'password';
create schema :"role" authorization :"role";
revoke all on schema :"role" from public;
alter role :"role" in database :"database" set search_path = :"role";
grant connect on database :"database" to :"role";
