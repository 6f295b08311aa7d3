-- One service's role and schema. Variables of psql: role, database, password. Run again it sets the password and nothing else.
select format('create role %I login nosuperuser nocreatedb nocreaterole', :'role')
 where not exists (select from pg_roles where rolname = :'role') \gexec
alter role :"role" password :'password';
set client_min_messages = warning;
create schema if not exists :"role" authorization :"role";
revoke all on schema :"role" from public;
alter role :"role" in database :"database" set search_path = :"role";
grant connect on database :"database" to :"role";
