package fr.syaga.facturation.clockify.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import fr.syaga.facturation.clockify.timesheet.Words;

/** Words that stand for a customer where all of them stand in an entry; their order does not count. */
public record WordSet(SortedSet<String> words) {

    /** The most particular first: more words, then longer ones. */
    public static final Comparator<WordSet> PARTICULAR = Comparator.<WordSet>comparingInt(set -> -set.words.size())
            .thenComparing(set -> -set.letters())
            .thenComparing(WordSet::key);

    public static WordSet of(String text) {
        return new WordSet(new TreeSet<>(Words.of(text).each()));
    }

    /** Nothing, or words that stand in everybody's entries. */
    public boolean tellNobody() {
        List<String> upper =
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        return GeneralWords.areAll(upper);
    }

    public boolean standIn(Words text) {
        return text.each().containsAll(words);
    }

    public String key() {
        return String.join(" ", words);
    }

    private int letters() {
        return words.stream().mapToInt(String::length).sum();
    }
}
