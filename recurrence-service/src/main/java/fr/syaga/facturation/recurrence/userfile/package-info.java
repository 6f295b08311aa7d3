/**
 * The files in which the user keeps contracts and decisions about patterns, read as decisions and written back equal. A file comes in;
 * contracts, answers about each line and the same file go out. Start with ContractConfiguration and PatternFileReading.
 */
package fr.syaga.facturation.recurrence.userfile;
