/** What the tests of the four services share: a real PostgreSQL, bearer tokens, the check that openapi.yaml is up to date. */
package fr.syaga.facturation.testing;
