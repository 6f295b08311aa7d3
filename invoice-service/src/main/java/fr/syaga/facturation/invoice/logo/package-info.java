/**
 * The issuer's logo. An image comes in, and is kept only when it is a PNG or an SVG that does nothing but draw; the same bytes go out.
 * Start reading at {@code LogoResource}; {@code SafeSvg} is the rule.
 */
package fr.syaga.facturation.invoice.logo;
