package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// A document while a reader fills it, block after block. Keeps what [Document] and [Block]
/// promise: offsets that fit, line breaks only between blocks, no control characters, a title. One
/// thread.
final class Draft {

    /// UTF-16 units of text that are kept of one file, what separates its blocks included: some
    /// 3,000 pages, more than a Bible. What lies beyond makes the document incomplete.
    static final int MAX_LENGTH = 6_000_000;

    /// A block costs some 100 bytes on its way between processes, however short it is.
    static final int MAX_BLOCKS = 200_000;

    private static final int MAX_TITLE = 300;

    /// A place of a template.
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*\\p{L}[^{}]*}}");

    private static final Pattern TITLE_PLACE = Pattern.compile("(?i)\\{\\{\\s*title\\s*}}");

    private static final Pattern NO_TITLE =
            Pattern.compile(
                    "(?i)untitled.*|(powerpoint )?presentation|slide \\d+|document\\d*|microsoft \\w+ - .*|\\S+\\.(docx?|tex|dvi|indd|qxd|pdf|pptx?|xlsx?)");

    private final String mediaType;
    private final SourceKind kind;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    private String title = "";
    private @Nullable Instant created;
    private @Nullable Instant modified;
    private boolean complete = true;
    private boolean full;

    Draft(String mediaType, SourceKind kind) {
        this.mediaType = mediaType;
        this.kind = kind;
    }

    /// Appends a block; its text is stripped. A blank one is left out.
    ///
    /// @return the offset in the document of the first character of `words` as given (before
    ///   stripping), or -1 when nothing was kept
    int add(Block.Kind blockKind, int level, @Nullable Integer page, String words) {
        var clean = clean(words);
        var kept = clean.strip();
        if (kept.isEmpty() || full) {
            return -1;
        }
        var separator = separator(blockKind, page);
        int room = blocks.size() < MAX_BLOCKS ? MAX_LENGTH - text.length() - separator.length() : 0;
        if (kept.length() > room) {
            full = true;
            complete = false;
            kept = Beginning.of(kept, room).strip();
            if (kept.isEmpty()) {
                return -1;
            }
        }
        text.append(separator);
        int start = text.length();
        text.append(kept);
        blocks.add(new Block(blockKind, level, page, start, text.length()));
        return start - clean.indexOf(kept);
    }

    /// Whether further blocks are in vain.
    boolean full() {
        return full;
    }

    void link(Link.Kind linkKind, String target, int start, int end) {
        if (start >= 0 && end <= text.length() && start <= end && !target.isBlank()) {
            links.add(new Link(linkKind, target.strip(), start, end));
        }
    }

    /// Gives every block its final kind and level, once the whole is known.
    void reclassify(BlockClassifier classifier) {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.set(i, classifier.classify(i, blocks.get(i)));
        }
    }

    @FunctionalInterface
    interface BlockClassifier {
        Block classify(int index, Block block);
    }

    int length() {
        return text.length();
    }

    int blockCount() {
        return blocks.size();
    }

    void title(@Nullable String words) {
        var line = words == null ? "" : oneLine(words);
        if (title.isEmpty()
                && !line.isEmpty()
                && !NO_TITLE.matcher(line).matches()
                && !open(line)) {
            title = line;
        }
    }

    void author(@Nullable String name) {
        var line = name == null ? "" : oneLine(name);
        if (!line.isEmpty()) {
            authors.add(line);
        }
    }

    void created(@Nullable Instant instant) {
        if (created == null) {
            created = instant;
        }
    }

    void modified(@Nullable Instant instant) {
        if (modified == null) {
            modified = instant;
        }
    }

    void tag(String tag) {
        var plain = oneLine(tag.startsWith("#") ? tag.substring(1) : tag);
        if (!plain.isEmpty()) {
            tags.add(plain);
        }
    }

    void property(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            properties.put(name, clean(value).strip());
        }
    }

    void incomplete() {
        complete = false;
    }

    Document finish(Path name) {
        var whole = text.toString();
        return new Document(
                mediaType,
                kind,
                titleOr(name, whole),
                List.copyOf(authors),
                created,
                modified,
                Languages.of(whole),
                whole,
                blocks,
                links,
                tags,
                properties,
                complete);
    }

    private String titleOr(Path name, String whole) {
        if (!title.isEmpty()) {
            return shortened(title);
        }
        for (var block : blocks) {
            if (block.kind() == Block.Kind.HEADING && names(block)) {
                String heading = oneLine(whole.substring(block.start(), block.end()));
                if (!open(heading)) {
                    return shortened(heading);
                }
            }
        }
        var file = name.getFileName() == null ? "" : name.getFileName().toString();
        int dot = file.lastIndexOf('.');
        var stem = oneLine(dot > 0 ? file.substring(0, dot) : file);
        return stem.isEmpty() ? mediaType : shortened(stem);
    }

    /// Whether a template leaves its title open: `{{title}}` stands in it, or no word beside such
    /// places.
    private boolean open(String line) {
        var place = PLACE.matcher(line);
        return kind == SourceKind.NOTE
                && place.find()
                && (TITLE_PLACE.matcher(line).find()
                        || place.replaceAll("").codePoints().noneMatch(Character::isLetter));
    }

    /// Whether a heading is the title of the whole: in a spreadsheet it names a sheet, in a note a
    /// part unless it is of the first level and stands before everything.
    private boolean names(Block heading) {
        return switch (kind) {
            case SPREADSHEET -> false;
            case NOTE -> heading == blocks.getFirst() && heading.level() == 1;
            default -> true;
        };
    }

    /// What stands between the last block and one that follows it.
    private String separator(Block.Kind kind, @Nullable Integer page) {
        if (blocks.isEmpty()) {
            return "";
        }
        var last = blocks.getLast();
        boolean compact = kind == Block.Kind.LIST_ITEM || kind == Block.Kind.TABLE_ROW;
        return compact && last.kind() == kind && Objects.equals(last.page(), page) ? "\n" : "\n\n";
    }

    private static String shortened(String line) {
        return line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE).strip() + "…";
    }

    private static String oneLine(String words) {
        return clean(words).replaceAll("\\s+", " ").strip();
    }

    /// Without control characters (tab and line feed stay) and halves of surrogate pairs, which
    /// neither the database nor the index can keep.
    static String clean(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isSurrogate(c) || c < ' ' && c != '\n' && c != '\t' || c == '\uFEFF') {
                return cleaned(words);
            }
        }
        return words;
    }

    private static String cleaned(String words) {
        var out = new StringBuilder(words.length());
        words.codePoints()
                .forEach(c -> {
                    if (Character.getType(c) == Character.SURROGATE) {
                        out.append('\uFFFD');
                    } else if (c >= ' ' && c != '\uFEFF' || c == '\n' || c == '\t') {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
