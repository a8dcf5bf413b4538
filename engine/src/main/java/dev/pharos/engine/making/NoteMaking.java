package dev.pharos.engine.making;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Summarizer;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes notes from recordings and documents, and makes them anew when there is more to say: what
/// their owner has changed in them stays. Needs a library that was opened for writing. Safe for use
/// by several threads.
public final class NoteMaking {
    private static final long MEMO_MS = 300_000;
    private static final int MEMO_LETTERS = 600;

    /// What it works with.
    ///
    /// @param transcribing whether a recording is being transcribed, or waits for that
    public record Parts(
            Sources sources,
            Transcripts transcripts,
            Notes notes,
            MadeNotes made,
            Surroundings surroundings,
            Needed needed,
            Predicate<SourceId> transcribing,
            Clock clock) {}

    /// What it needs from outside, asked anew for each note, because something else may be chosen.
    public record Needed(
            Supplier<? extends Embedder> embedder, Abilities.Chat chat, Research research) {}

    private final Parts parts;
    private final NoteModels models;

    public NoteMaking(Parts parts) {
        this.parts = parts;
        this.models = new NoteModels(parts);
    }

    /// Which notes were made from what.
    public MadeNotes made() {
        return parts.made();
    }

    /// The id of the form that somebody calls so: a built-in one, or a note that is a template and
    /// has places for a summary.
    ///
    /// @throws ProblemException `NoSuchNoteForm`
    public String form(String name) throws ProblemException {
        for (var each : NoteForm.BuiltIn.values()) {
            if (each.id().equalsIgnoreCase(name.strip())) {
                return each.id();
            }
        }
        for (Source each : parts.notes().templates()) {
            boolean called =
                    each.title().equalsIgnoreCase(name.strip())
                            || Note.name(each.path()).equalsIgnoreCase(name.strip())
                            || each.id().toString().equals(name);
            if (called && own(each.id()).isPresent()) {
                return each.id().toString();
            }
        }
        throw unknown(name);
    }

    private ProblemException unknown(String form) {
        var own =
                parts.notes().templates().stream()
                        .filter(each -> own(each.id()).isPresent())
                        .map(Source::title)
                        .sorted()
                        .toList();
        return new ProblemException(
                new Problem.NoSuchNoteForm(form, own.size(), String.join(", ", own)));
    }

    private Optional<NoteForm> own(SourceId template) {
        return parts.notes()
                .find(template)
                .filter(note -> NoteForm.isForm(note.markdown()))
                .map(note -> new NoteForm(template.toString(), note.markdown()));
    }

    /// Makes notes, or, where some of this form were made from the source already and are not in
    /// the trash, brings them up to date, rather the one that is asked for than another; in another
    /// form it is another note. Blocks for seconds, and longer where a model writes; progress
    /// counts within each step, of which the last is the generation. Who cancels, and what fails
    /// before the first note is written, changes nothing. What does not go as wished is noticed: a
    /// search service or a language model that fails, a note whose part is gone, a source too short
    /// for as many notes, a place of a template that nothing fills. A note whose source was removed
    /// for good and imported anew is made of that, which is noticed too; its links lead there then.
    ///
    /// @param id of a recording or document, or of a note that was made from one
    /// @param steps hears which step begins, on this thread
    /// @return one for each part, in their order
    /// @throws ProblemException `NoSuchSource`, `SourceInTrash`, `SourceRemoved`; `NotTranscribed`,
    ///   `StillTranscribing`, `NoSpeech`, `NoText`, `NothingToSay`; `NoSuchNoteForm`;
    ///   `ResearchOff`, `NoLanguageModel`, `RemoteNotAllowed`, before anything is done
    /// @throws java.util.concurrent.CancellationException if cancelled
    public List<Made> make(
            SourceId id, Settings wanted, Consumer<MakingStep> steps, Progress progress)
            throws ProblemException {
        return make(id, wanted, parts.clock().instant(), steps, progress);
    }

    /// The same, begun before: what a language model wrote of the same since then is not written
    /// anew.
    public List<Made> make(
            SourceId id,
            Settings wanted,
            Instant since,
            Consumer<MakingStep> steps,
            Progress progress)
            throws ProblemException {
        var lookup =
                wanted.research()
                        ? parts.needed().research().current().orElseThrow(NoteMaking::off)
                        : null;
        steps.accept(MakingStep.CONTENT_ANALYSIS);
        var origin = new Origin(parts).of(id);
        var source = origin.source();
        var asked = parts.made().find(id);
        var document = parts.sources().document(source.id()).orElseThrow(() -> gone(id));
        var transcript = parts.transcripts().find(source.id());
        require(source, document, transcript);
        var material = material(source, document, transcript);
        var before = asked.or(() -> earlier(origin, wanted.form(), id).stream().findFirst());
        var settings = settings(wanted, before, material, transcript);
        var form = form(settings, material.language());
        form.unknown().forEach(progress::notice);
        models.require(settings);
        var earlier = earlier(origin, settings.form(), id);
        var pieces = analysed(source, material, settings, earlier, progress);
        if (pieces.size() < wanted.parts()) {
            progress.notice(fewer(source, wanted.parts(), pieces));
        }
        if (lookup != null) {
            steps.accept(MakingStep.RESEARCH);
            String file = String.valueOf(source.path().getFileName());
            var research = new NoteResearch(lookup, parts.needed().embedder().get(), file);
            pieces = NotePiece.researched(pieces, earlier, research, progress);
        }
        progress.checkpoint();
        var beside =
                new NoteDraft.Beside(
                        lengthMs(document, transcript),
                        document.text(),
                        called(source, document, material),
                        related(origin, settings, progress));
        steps.accept(MakingStep.NOTE_GENERATION);
        pieces = models.written(pieces, earlier, new NoteModels.Task(settings, since), progress);
        var drafts =
                pieces.stream()
                        .map(each -> each.draft(parts, source, settings, form, beside))
                        .toList();
        return write(drafts, origin, id, progress);
    }

    private static ProblemException off() {
        return new ProblemException(new Problem.ResearchOff());
    }

    /// The notes that were made of a source in a form: the one that is asked for, then the last
    /// made.
    private List<MadeNote> earlier(Origin.Found origin, @Nullable String form, SourceId asked) {
        return Stream.of(origin.source().id(), origin.before())
                .distinct()
                .flatMap(each -> parts.made().from(each).stream())
                .filter(each -> form == null || form.equals(each.settings().form()))
                .sorted(Comparator.comparing(each -> !each.note().equals(asked)))
                .toList();
    }

    private List<NotePiece> analysed(
            Source source,
            Material material,
            Settings settings,
            List<MadeNote> earlier,
            Progress progress)
            throws ProblemException {
        var existing = parts.surroundings().tags(earlier.stream().map(MadeNote::note).toList());
        var pieces =
                NotePiece.of(
                        material,
                        settings,
                        existing,
                        new Summarizer(parts.needed().embedder().get()),
                        progress);
        if (pieces.isEmpty()) {
            throw new ProblemException(new Problem.NothingToSay(source.path()));
        }
        return pieces;
    }

    private static Problem fewer(Source source, int wanted, List<NotePiece> pieces) {
        int words = pieces.stream().mapToInt(each -> each.summary().words()).sum();
        return words < wanted * Summarizer.PART_WORDS
                ? new Problem.TooShortForNotes(source.path(), wanted, pieces.size())
                : new Problem.NotDivided(source.path(), wanted, pieces.size());
    }

    /// The name that it was given, else its first line where that is a title.
    private static String called(Source source, Document document, Material material) {
        return material.title().equals(document.title()) ? source.title() : material.title();
    }

    private List<Source> related(Origin.Found origin, Settings settings, Progress progress) {
        return settings.connected()
                ? parts.surroundings().related(origin.source().id(), origin.before(), progress)
                : List.of();
    }

    /// One at a time, so that two wishes for the same note make one.
    private synchronized List<Made> write(
            List<NoteDraft> drafts, Origin.Found origin, SourceId asked, Progress progress)
            throws ProblemException {
        progress.checkpoint();
        new Origin(parts).lead(origin, progress);
        var earlier = earlier(origin, drafts.getFirst().settings().form(), asked);
        return new NoteWriting(parts).write(drafts, earlier, progress);
    }

    /// Ends the conflict of a note. Where both have changed the same lines it keeps those of its
    /// owner, who may have restored what was made; all other lines that were made last come into
    /// it, and the next making goes on from there. Changes nothing where there is no conflict.
    ///
    /// @return false where its owner has changed it in the same moment, and the conflict stays
    /// @throws ProblemException `NoSuchSource`
    public synchronized boolean keep(SourceId note) throws ProblemException {
        var before = parts.made().find(note).orElseThrow(() -> gone(note));
        return new NoteWriting(parts).keep(before);
    }

    /// Brings a note that was made again back to the text before. What its owner has written since
    /// stays, since that text is merged into the note.
    ///
    /// @param done how it was made again
    /// @return false where both have changed the same lines, or it was made again once more;
    ///   nothing was taken back then
    /// @throws ProblemException `NoSuchSource`
    public synchronized boolean takeBack(Made done, MadeNote before, Note text)
            throws ProblemException {
        boolean last =
                parts.made()
                        .find(before.note())
                        .filter(now -> now.made().equals(done.made().made()))
                        .isPresent();
        if (!last
                || parts.notes().save(before.note(), done.note().revision(), text.markdown())
                        instanceof Notes.Saved.Conflict) {
            return false;
        }
        parts.made().save(before);
        return true;
    }

    static ProblemException gone(SourceId id) {
        return new ProblemException(new Problem.NoSuchSource(id.toString()));
    }

    private void require(Source source, Document document, Optional<Transcript> transcript)
            throws ProblemException {
        if (document.text().isBlank()) {
            var path = source.path();
            throw new ProblemException(
                    source.kind() != SourceKind.RECORDING
                            ? new Problem.NoText(path)
                            : parts.transcribing().test(source.id())
                                    ? new Problem.StillTranscribing(path)
                                    : transcript.isPresent()
                                            ? new Problem.NoSpeech(path)
                                            : new Problem.NotTranscribed(path));
        }
    }

    private static Material material(
            Source source, Document document, Optional<Transcript> transcript) {
        var created = source.created();
        var date = created == null ? null : LocalDate.ofInstant(created, ZoneId.systemDefault());
        return transcript
                .map(words -> Material.of(document, words, date))
                .orElseGet(() -> Material.of(document, date));
    }

    private Settings settings(
            Settings wanted,
            Optional<MadeNote> before,
            Material material,
            Optional<Transcript> transcript) {
        var earlier = before.map(MadeNote::settings).orElse(Settings.DEFAULT);
        String form = wanted.form() != null ? wanted.form() : earlier.form();
        return new Settings(
                form != null
                        ? form
                        : NoteWords.of(material.language())
                                .told(material.title())
                                .orElseGet(() -> fitting(material, transcript))
                                .id(),
                wanted.depth() != null ? wanted.depth() : earlier.depth(),
                wanted.tags() != null ? wanted.tags() : Boolean.valueOf(earlier.tagged()),
                wanted.related() != null ? wanted.related() : Boolean.valueOf(earlier.connected()),
                wanted.language() != null ? wanted.language() : earlier.language(),
                wanted.research(),
                wanted.parts() > 0 ? wanted.parts() : Math.max(1, earlier.parts()),
                wanted.model() != null ? wanted.model() : models.goingOn(earlier.model()));
    }

    /// A talk of several is a meeting, a short one of one voice a memo, and so is what somebody
    /// writes in a few lines.
    private static NoteForm.BuiltIn fitting(Material material, Optional<Transcript> transcript) {
        if (!material.spoken()) {
            int letters =
                    material.sentences().stream().mapToInt(each -> each.text().length()).sum();
            return letters < MEMO_LETTERS ? NoteForm.BuiltIn.MEMO : NoteForm.BuiltIn.BOOK;
        }
        long voices =
                material.sentences().stream()
                        .map(Material.Sentence::speaker)
                        .filter(speaker -> speaker != null)
                        .distinct()
                        .count();
        boolean brief = transcript.filter(words -> words.durationMs() < MEMO_MS).isPresent();
        return voices > 1
                ? NoteForm.BuiltIn.MEETING
                : brief ? NoteForm.BuiltIn.MEMO : NoteForm.BuiltIn.LECTURE;
    }

    private NoteForm form(Settings settings, String spoken) throws ProblemException {
        String language = settings.language() == null ? spoken : settings.language();
        String id = String.valueOf(settings.form());
        for (var each : NoteForm.BuiltIn.values()) {
            if (each.id().equals(id)) {
                return NoteForm.of(each, language);
            }
        }
        try {
            return own(SourceId.of(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(unknown(id).problem(), e);
        }
    }

    private static @Nullable Long lengthMs(Document document, Optional<Transcript> transcript) {
        String told = document.properties().get("durationMs");
        return told != null && told.matches("\\d{1,15}")
                ? Long.valueOf(told)
                : transcript.map(Transcript::durationMs).orElse(null);
    }

    /// What the text of a summary's source was when; the time that it came where nobody knows.
    static Instant when(Source source) {
        return source.created() == null ? source.imported() : source.created();
    }
}
