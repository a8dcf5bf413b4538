package dev.pharos.ui.note;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.NoteLinks.Outgoing;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.PlaceAnchor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// All that is shown of a note's text beside the text itself. Immutable.
///
/// @param resolved where in the Markdown links begin that lead somewhere, and to what
/// @param shown what stands in the place of embeds, by their targets
public record Reading(
        List<NoteBlock> blocks,
        Map<Integer, Source> resolved,
        Map<String, Shown> shown,
        int words) {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    static final Reading NONE = new Reading(List.of(), Map.of(), Map.of(), 0);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final int WORDS_A_MINUTE = 220;
    private static final int WIDEST = 660;

    /// How many pieces of another note stand in one at most; the rest is a click away.
    private static final int EMBEDDED = 40;

    /// How many letters these have at most, but for the last piece.
    private static final int LETTERS = 6_000;

    /// What stands in the place of an embed.
    sealed interface Shown {
        /// @param width in its own pixels
        record Picture(Path file, int width) implements Shown {}

        record Piece(Source source, List<NoteBlock> blocks, boolean whole) implements Shown {}

        /// Another file, which opens by a click.
        record Thing(Source source) implements Shown {}

        record Missing() implements Shown {}
    }

    public Reading {
        blocks = List.copyOf(blocks);
        resolved = Map.copyOf(resolved);
        shown = Map.copyOf(shown);
    }

    /// Reads a text that may not be kept yet. Blocks.
    ///
    /// @param title of the note; a heading that says it at the top is left out
    static Reading of(Notes notes, SourceId note, String title, String markdown) {
        var blocks = withoutTitle(NoteBlocks.of(markdown), title);
        var resolved = new HashMap<Integer, Source>();
        for (var link : notes.links().in(note, markdown)) {
            link.to().ifPresent(to -> resolved.put(link.link().from(), to));
        }
        var shown = new HashMap<String, Shown>();
        for (var block : blocks.stream().flatMap(NoteBlock::whole).toList()) {
            if (block instanceof NoteBlock.Embed(_, var leads, _)) {
                var to = resolved.get(leads.at());
                var own =
                        to != null && to.id().equals(note) && !leads.anchor().isEmpty() ? to : null;
                shown.computeIfAbsent(
                        key(leads),
                        _ ->
                                own == null
                                        ? shown(notes, note, leads, to)
                                        : piece(own, blocks, leads.anchor()));
            }
        }
        List.copyOf(shown.values()).forEach(each -> addInner(notes, each, shown));
        return new Reading(blocks, resolved, shown, words(blocks));
    }

    /// What an embedded note embeds: its pictures are shown, texts are only named.
    private static void addInner(Notes notes, Shown outer, Map<String, Shown> shown) {
        if (!(outer instanceof Shown.Piece(var source, var blocks, _))) {
            return;
        }
        for (var block : blocks.stream().flatMap(NoteBlock::whole).toList()) {
            if (block instanceof NoteBlock.Embed(_, var leads, _)) {
                var to =
                        notes.links().in(source.id(), "![[" + key(leads) + "]]").stream()
                                .findFirst()
                                .flatMap(Outgoing::to)
                                .orElse(null);
                shown.computeIfAbsent(key(leads), _ -> shown(notes, source.id(), leads, to));
            }
        }
    }

    private static List<NoteBlock> withoutTitle(List<NoteBlock> blocks, String title) {
        int first = !blocks.isEmpty() && blocks.getFirst() instanceof NoteBlock.Properties ? 1 : 0;
        boolean says =
                blocks.size() > first
                        && blocks.get(first) instanceof NoteBlock.Heading heading
                        && heading.level() == 1
                        && heading.text().strip().equals(title.strip());
        if (!says) {
            return blocks;
        }
        var others = new ArrayList<>(blocks);
        others.remove(first);
        return others;
    }

    static String key(Run.Lead.Inside leads) {
        return leads.target() + leads.anchor();
    }

    private static Shown shown(
            Notes notes, SourceId note, Run.Lead.Inside leads, @Nullable Source to) {
        String target = leads.target();
        String ending = target.substring(target.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.contains(ending)) {
            return notes.attachment(note, target)
                    .<Shown>map(blob -> new Shown.Picture(blob.file(), width(blob.file())))
                    .orElseGet(Shown.Missing::new);
        }
        if (to == null || to.id().equals(note)) {
            return new Shown.Missing();
        }
        return to.kind() == SourceKind.NOTE
                ? notes.find(to.id())
                        .map(each -> piece(to, NoteBlocks.of(each.markdown()), leads.anchor()))
                        .orElseGet(Shown.Missing::new)
                : new Shown.Thing(to);
    }

    /// Only its head is read; what is no picture is as wide as a page.
    private static int width(Path picture) {
        try (var stream = ImageIO.createImageInputStream(picture.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (readers.hasNext()) {
                var reader = readers.next();
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                reader.dispose();
                return width;
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("{} is no picture", picture, e);
        }
        return WIDEST;
    }

    private static Shown piece(Source source, List<NoteBlock> blocks, String anchor) {
        var all =
                withoutTitle(part(blocks, anchor), source.title()).stream()
                        .filter(block -> !(block instanceof NoteBlock.Properties))
                        .toList();
        int some = 0;
        for (int letters = 0; some < Math.min(EMBEDDED, all.size()) && letters < LETTERS; some++) {
            letters += all.get(some).text().length();
        }
        return new Shown.Piece(source, all.subList(0, some), some == all.size());
    }

    /// What an anchor names: a block, or a heading with what stands under it; all where there is no
    /// such place.
    private static List<NoteBlock> part(List<NoteBlock> blocks, String anchor) {
        int from = place(blocks, anchor);
        if (from < 0) {
            return blocks;
        }
        if (!(blocks.get(from) instanceof NoteBlock.Heading(_, int level, _))) {
            return named(blocks, name(PlaceAnchor.headingOf(anchor)));
        }
        int to = from + 1;
        while (to < blocks.size()
                && !(blocks.get(to) instanceof NoteBlock.Heading next && next.level() <= level)) {
            to++;
        }
        return blocks.subList(from, to);
    }

    private static List<NoteBlock> named(List<NoteBlock> blocks, String name) {
        return blocks.stream()
                .flatMap(block ->
                        block.where().name().equalsIgnoreCase(name)
                                ? Stream.of(block)
                                : block instanceof NoteBlock.Callout callout
                                        ? named(callout.inside(), name).stream()
                                        : Stream.of())
                .toList();
    }

    /// Of `#^name` the name; else empty.
    private static String name(String anchor) {
        String last = anchor.substring(anchor.lastIndexOf('#') + 1).strip();
        return last.startsWith("^") ? last.substring(1) : "";
    }

    /// Which block has what an anchor names, such as the heading of `#Where it stood` or the block
    /// of `#^name`; -1 where there is none.
    static int place(List<NoteBlock> blocks, String anchor) {
        String above = PlaceAnchor.headingOf(anchor);
        String name = name(above);
        String wanted = plain(above.substring(above.lastIndexOf('#') + 1));
        for (int i = 0; i < blocks.size() && !wanted.isEmpty(); i++) {
            var block = blocks.get(i);
            boolean found =
                    name.isEmpty()
                            ? block instanceof NoteBlock.Heading
                                    && plain(block.text()).equals(wanted)
                            : !named(List.of(block), name).isEmpty();
            if (found) {
                return i;
            }
        }
        return -1;
    }

    /// Where a heading stands in the text of a note; 0 where there is no such.
    static int offset(Document note, String anchor) {
        String wanted = plain(anchor.substring(anchor.lastIndexOf('#') + 1));
        return note.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .filter(block ->
                        plain(note.text().substring(block.start(), block.end())).equals(wanted))
                .findFirst()
                .map(Block::start)
                .orElse(0);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static int words(List<NoteBlock> blocks) {
        int words = 0;
        for (var block : blocks) {
            if (!(block instanceof NoteBlock.Properties)) {
                words += (int) WORD.matcher(block.text()).results().count();
            }
        }
        return words;
    }

    /// How long it takes to read, at least one minute.
    int minutes() {
        return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    }

    /// Which block is the footnote of this label, or -1.
    int footnote(String label) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof NoteBlock.Footnote note && note.label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /// Which block has this place of the Markdown, or -1 where there is none.
    int blockAt(int offset) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).where().end() > offset) {
                return i;
            }
        }
        return blocks.size() - 1;
    }

    /// The headings in their order.
    List<NoteBlock.Heading> outline() {
        return blocks.stream()
                .filter(NoteBlock.Heading.class::isInstance)
                .map(NoteBlock.Heading.class::cast)
                .toList();
    }
}
