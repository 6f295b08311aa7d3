package fr.syaga.facturation.recurrence.term;

import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;

/** Lists kept as JSON that are replaced as a whole and never changed: no copy of them is made to compare with. */
public final class ReplacedAsAWhole extends ImmutableMutabilityPlan<Object> {}
