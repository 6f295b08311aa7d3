package fr.syaga.facturation.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that may be what was read before, changed in places: the fields of that answer which nobody can write are no unknown ones.
 * They are passed over.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrittenBack {

    /** The record of the answer. */
    Class<? extends Record> value();
}
