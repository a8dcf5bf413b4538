package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.SizeText;
import dev.pharos.ui.control.TimeText;
import dev.pharos.ui.model.Card.Doing;
import dev.pharos.ui.model.Card.Note;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words what a model is, how it stands, and what became of what was done with it.
public final class ModelText {
    private static final int NAMED_LANGUAGES = 3;

    /// Speeds from here on are told without a fraction; estimated ones from `ROUGH` on.
    private static final double FAST = 10;

    private static final double ROUGH = 2;

    private final Texts texts;
    private final ProblemText problems;

    public ModelText(Texts texts, ProblemText problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /// What models of a kind do, as a heading.
    public String title(ModelKind kind) {
        return switch (kind) {
            case SPEECH -> texts.text("models.speech");
            case EMBEDDING -> texts.text("models.embedding");
            case RERANKING -> texts.text("models.reranking");
            case CHAT -> texts.text("models.chat");
            case PACK -> texts.text("models.pack");
        };
    }

    /// What they are good for.
    public String about(ModelKind kind) {
        return switch (kind) {
            case SPEECH -> texts.text("models.speechText");
            case EMBEDDING -> texts.text("models.embeddingText");
            case RERANKING -> texts.text("models.rerankingText");
            case CHAT -> texts.text("models.chatText");
            case PACK -> texts.text("models.packText");
        };
    }

    /// What it is called here: a few have no name but words.
    public String name(ModelInfo info) {
        return info.id().equals("whisper/" + SpeechModels.DEMO)
                ? texts.text("speech.modelDemo")
                : info.title();
    }

    /// Size, languages, memory, speed and licence, as far as they are known.
    public String facts(Shelved model) {
        var info = model.info();
        boolean shelvable = info.kind() != ModelKind.CHAT;
        return joined(
                shelvable ? size(model) : "",
                info.kind() == ModelKind.PACK ? "" : languages(info),
                info.memoryBytes() > 0
                        ? texts.text("model.memory", SizeText.of(info.memoryBytes(), texts))
                        : "",
                model.fit().misfit() == null ? speed(info.kind(), model.fit().speed(), true) : "",
                info.licence() == null ? texts.text("model.ownLicence") : info.licence());
    }

    private String size(Shelved model) {
        long bytes =
                model.state() instanceof State.Present here ? here.bytes() : model.info().bytes();
        return bytes > 0 ? SizeText.of(bytes, texts) : texts.text("model.sizeUnknown");
    }

    private String languages(ModelInfo info) {
        var codes = info.languages();
        if (codes.isEmpty()) {
            boolean own = info.licence() == null && info.page() == null;
            return own ? "" : texts.text("model.manyLanguages");
        }
        return codes.size() > NAMED_LANGUAGES
                ? texts.text("model.languages", codes.size())
                : codes.stream()
                        .map(code -> Locale.of(code).getDisplayLanguage(texts.locale()))
                        .collect(Collectors.joining(", "));
    }

    /// Empty where it is unknown.
    private String speed(ModelKind kind, double speed, boolean estimated) {
        if (speed <= 0) {
            return "";
        }
        boolean rough = speed >= FAST || estimated && speed >= ROUGH;
        double shown = rough ? Math.round(speed) : Math.round(speed * 10) / 10.0;
        String words =
                kind == ModelKind.SPEECH
                        ? texts.text("model.realTime", shown)
                        : texts.text("model.textsPerSecond", shown);
        return estimated ? texts.text("model.about", words) : words;
    }

    /// Why this machine is not up to it.
    public String misfit(Misfit misfit) {
        return switch (misfit) {
            case Misfit.TooLittleMemory(long need, long have) ->
                    texts.text(
                            "model.tooLittleMemory",
                            SizeText.of(need, texts),
                            SizeText.of(have, texts));
            case Misfit.TooLittleDisk(long need, long have) ->
                    texts.text(
                            "model.tooLittleDisk",
                            SizeText.of(need, texts),
                            SizeText.of(have, texts));
            case Misfit.NoRuntime(var platform) -> texts.text("model.noRuntime", platform);
        };
    }

    /// How far a download or a check is.
    public String doing(Doing doing) {
        return switch (doing) {
            case Doing.Getting(long done, long total, double perSecond) ->
                    total == 0 && done == 0
                            ? texts.text("model.connecting")
                            : joined(
                                    bytes(done, total),
                                    rate(perSecond),
                                    left(done, total, perSecond));
            case Doing.Checking(long done, long total) ->
                    joined(texts.text("model.checking"), total == 0 ? "" : bytes(done, total));
            case Doing.Testing() -> texts.text("model.testing");
            case Doing.Deleting() -> texts.text("model.deleting");
        };
    }

    /// `62 MB of 142 MB`.
    public String bytes(long done, long total) {
        return total == 0
                ? SizeText.of(done, texts)
                : texts.text("model.progress", SizeText.of(done, texts), SizeText.of(total, texts));
    }

    private String rate(double perSecond) {
        return perSecond > 0
                ? texts.text("model.perSecond", SizeText.of((long) perSecond, texts))
                : "";
    }

    private String left(long done, long total, double perSecond) {
        return perSecond > 0 && total > done
                ? TimeText.left(Duration.ofSeconds((long) ((total - done) / perSecond)), texts)
                : "";
    }

    /// How it stands: what of it is here, what is known of that, what a trial has shown. Of what
    /// can be tried this is never empty, so that a result has a line to stand in.
    ///
    /// @param device that it would run on, or empty
    public String state(Card card, String device) {
        return switch (card.shelved().state()) {
            case State.Absent() -> "";
            case State.Partial(long bytes) ->
                    texts.text("model.partial", bytes(bytes, card.info().bytes()));
            case State.Present _ -> {
                var said = card.note();
                yield said != null && inLine(said) ? note(card, said) : known(card, device);
            }
        };
    }

    /// What is said of a look at it.
    static boolean inLine(Note note) {
        return note instanceof Note.Tested
                || note instanceof Note.Checked
                || note instanceof Note.Failed failed && failed.attempt().look();
    }

    private String known(Card card, String device) {
        if (card.damaged()) {
            return texts.text("model.damaged");
        }
        if (card.stand().refused() != null) {
            return problems.of(card.stand().refused());
        }
        if (card.chosen() && card.info().kind() == ModelKind.EMBEDDING && !device.isEmpty()) {
            return joined(texts.text("model.runs", device), unchecked(card));
        }
        String trial =
                device.isEmpty()
                        ? texts.text("model.notTried")
                        : texts.text("model.wouldRun", device);
        return joined(card.testable() ? trial : "", unchecked(card));
    }

    private String unchecked(Card card) {
        return card.proof() == Proof.NOT_CHECKED ? texts.text("model.notChecked") : "";
    }

    /// How far a download that was stopped is, 0 to 1; -1 where its size is unknown.
    static double fraction(Card card) {
        long total = card.info().bytes();
        return card.shelved().state() instanceof State.Partial(long bytes) && total > 0
                ? Math.min(1, (double) bytes / total)
                : -1;
    }

    public String note(Card card, Note note) {
        return switch (note) {
            case Note.Tested(var outcome) -> tested(card.info().kind(), outcome);
            case Note.Checked(boolean first) ->
                    texts.text(first ? "model.checkedFirst" : "model.checked");
            case Note.Added() -> texts.text("model.added");
            case Note.Failed(Problem.WrongDownload(var file, _, _), Card.Attempt attempt)
                    when attempt == Card.Attempt.CHECK ->
                    texts.text("model.changed", file);
            case Note.Failed(Problem.ModelUnavailable(var model, var why), _)
                    when card.info().kind() == ModelKind.SPEECH ->
                    texts.text("model.notLoaded", problems.worded(model), problems.worded(why));
            case Note.Failed(var problem, _) -> problems.of(problem);
            case Note.AskDelete() -> askDelete(card);
            case Note.AskChange(int passages, long seconds) -> askChange(passages, seconds);
        };
    }

    private String tested(ModelKind kind, ModelTrial.Outcome outcome) {
        String works =
                joined(
                        texts.text("model.tested"),
                        speed(kind, outcome.speed(), false),
                        texts.text("model.loaded", outcome.loadMs() / 1000.0));
        return outcome.notice() == null ? works : works + "\n" + problems.of(outcome.notice());
    }

    private String askDelete(Card card) {
        return switch (card.shelved().state()) {
            case State.Partial(long bytes) ->
                    texts.text("model.askDeletePart", SizeText.of(bytes, texts));
            case State.Present here when card.downloadable() ->
                    texts.text("model.askDelete", SizeText.of(here.bytes(), texts));
            case State.Present here ->
                    texts.text("model.askDeleteOwn", SizeText.of(here.bytes(), texts));
            case State.Absent() -> "";
        };
    }

    private String askChange(int passages, long seconds) {
        if (passages == 0) {
            return texts.text("model.askChangeEmpty");
        }
        return seconds > 0
                ? texts.text(
                        "model.askChangeTime",
                        passages,
                        TimeText.of(Duration.ofSeconds(seconds), texts))
                : texts.text("model.askChange", passages);
    }

    /// What should be known before it is chosen; empty where nothing is.
    public String caution(Card card) {
        return card.loose() ? texts.text("model.looseAnswers") : "";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }
}
