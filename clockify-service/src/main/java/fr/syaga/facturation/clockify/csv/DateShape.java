package fr.syaga.facturation.clockify.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;

/** In which order a file writes day, month and year; a file has one shape, decided from all its dates and never row by row. */
enum DateShape {
    DMY,
    MDY,
    YMD;

    /** No month outside of these can be billed. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;
    private static final int MONTHS = 12;

    private static final Pattern PARTS = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})");

    /** A shape as a person writes it: {@code dd/MM/yyyy}, {@code MM/dd/yyyy}, {@code yyyy-MM-dd}, {@code dd.MM.yyyy}. */
    static DateShape of(String written) {
        String letters =
                written.toUpperCase(Locale.ROOT).replaceAll("[^DMY]", "").replaceAll("(.)\\1+", "$1");
        try {
            return valueOf(letters);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid(
                    "dateFormat", "'%s' is none of dd/MM/yyyy, MM/dd/yyyy, yyyy-MM-dd, dd.MM.yyyy".formatted(written));
        }
    }

    /** @throws DateTimeException for a text that is no date of this shape */
    LocalDate parse(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches() || (this == YMD) != (parts.group(1).length() == 4)) {
            throw new DateTimeException("'%s' is not a date of the form %s".formatted(text, form()));
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(3));
        int third = Integer.parseInt(parts.group(4));
        return switch (this) {
            case DMY -> day(third, second, first, text);
            case MDY -> day(third, first, second, text);
            case YMD -> day(first, second, third, text);
        };
    }

    private static LocalDate day(int year, int month, int day, String text) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("'%s' is in no year from %d to %d".formatted(text, FIRST_YEAR, LAST_YEAR));
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new DateTimeException("'%s' is in no calendar".formatted(text), e);
        }
    }

    String form() {
        return switch (this) {
            case DMY -> "dd/MM/yyyy";
            case MDY -> "MM/dd/yyyy";
            case YMD -> "yyyy-MM-dd";
        };
    }

    /** The dates of a file, as evidence for its shape. */
    static final class Evidence {

        private String forDmy;
        private String forMdy;
        private String forYmd;
        private String open;
        private String last;

        void add(String text) {
            if (text == null || text.equals(last)) {
                return;
            }
            last = text;
            Matcher parts = PARTS.matcher(text.strip());
            if (!parts.matches()) {
                return;
            }
            int first = Integer.parseInt(parts.group(1));
            int second = Integer.parseInt(parts.group(3));
            if (parts.group(1).length() == 4) {
                forYmd = text;
            } else if (first > MONTHS && second > MONTHS) {
                // No date in either order: its row is rejected, and proves nothing about the others.
                return;
            } else if (parts.group(2).equals(".") || first > MONTHS) {
                forDmy = text;
            } else if (second > MONTHS) {
                forMdy = text;
            } else if (first != second) {
                open = text;
            }
        }

        /**
         * The one shape that fits.
         *
         * @param asked what the caller said, or null
         * @throws Rejection 422 for a file that mixes shapes, 400 when both readings fit and nobody said which, or when what
         *     was said does not fit
         */
        DateShape decide(DateShape asked) {
            int shapes = (forDmy == null ? 0 : 1) + (forMdy == null ? 0 : 1) + (forYmd == null ? 0 : 1);
            if (shapes > 1 || forYmd != null && open != null) {
                throw Rejection.unusableFile(
                        "mixed-dates",
                        "The file writes dates in more than one way (%s); export it again from Clockify."
                                .formatted(examples()));
            }
            DateShape proven = forDmy != null ? DMY : forMdy != null ? MDY : forYmd != null ? YMD : null;
            if (asked != null && proven != null && asked != proven) {
                throw Rejection.invalid("dateFormat", "does not fit the file, which holds %s".formatted(examples()));
            }
            if (asked == null && proven == null && open != null) {
                throw Rejection.of(
                        jakarta.ws.rs.core.Response.Status.BAD_REQUEST,
                        "date-format-needed",
                        "Every date of the file can be read in two ways, such as %s; send dateFormat, dd/MM/yyyy or MM/dd/yyyy."
                                .formatted(open));
            }
            return proven != null ? proven : asked != null ? asked : DMY;
        }

        private String examples() {
            return java.util.stream.Stream.of(forDmy, forMdy, forYmd, open)
                    .filter(java.util.Objects::nonNull)
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }
}
