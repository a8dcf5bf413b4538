package dev.pharos.engine.tag;

import com.vladsch.flexmark.ast.LinkRef;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What tags are called. `/` nests one below another; case makes no other tag.
public final class TagName {

    /// A tag in running words, without a letter, a digit or a backslash before it; group 1 is its
    /// name.
    public static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/&#_\\\\-])#([\\p{L}\\p{N}_/-]*\\p{L}[\\p{L}\\p{N}_/-]*)");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}_-]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private TagName() {}

    /// What somebody typed as a name that can be written in words: `#Read later` is `Read-later`.
    /// Nothing where no letter is left.
    public static Optional<String> of(String typed) {
        String name =
                Arrays.stream(typed.strip().split("/"))
                        .map(part -> OTHER.matcher(part.replace("#", "")).replaceAll("-"))
                        .map(part -> EDGES.matcher(part).replaceAll(""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("/"));
        return name.codePoints().anyMatch(Character::isLetter)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// Whether brackets are those of `[[Note#heading]]`, in which `#` begins no tag.
    public static boolean inWikiLink(LinkRef brackets) {
        int start = brackets.getStartOffset();
        return brackets.getReferenceNode(brackets.getDocument()) == null
                && start > 0
                && brackets.getDocument().getChars().charAt(start - 1) == '[';
    }

    /// Equal for equal tags.
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Whether a tag is another one or lies below it.
    public static boolean within(String name, String above) {
        return (key(name) + "/").startsWith(key(above) + "/");
    }

    /// The name of a tag within `from` after that was renamed.
    public static String moved(String name, String from, String to) {
        return to + name.substring(from.length());
    }
}
