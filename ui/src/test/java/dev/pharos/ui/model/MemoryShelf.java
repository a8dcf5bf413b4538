package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.Fit;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A shelf in memory whose downloads come as far as a test lets them.
public final class MemoryShelf implements ModelShelf {
    public static final String TINY = "whisper/tiny";
    public static final String BASE = "whisper/base";
    public static final String TURBO = "whisper/large-v3-turbo-q5_0";
    public static final String LARGE = "whisper/large-v3";
    public static final String MINI = "embedding/all-MiniLM-L6-v2/int8";
    public static final String MINI32 = "embedding/all-MiniLM-L6-v2";
    public static final String L12 = "embedding/paraphrase-multilingual-MiniLM-L12-v2";
    public static final String E5 = "embedding/multilingual-e5-small";
    public static final String RERANKER = "reranking/ms-marco-MiniLM-L6-v2";
    public static final String PACK = "pack/pytorch-cpu";
    private static final long MEGA = 1_000_000;
    private static final long LOOK_NANOS = 2_000_000;

    private final Path folder;
    private final Map<String, Shelved> models = new LinkedHashMap<>();
    private final Map<String, Long> allowed = new ConcurrentHashMap<>();
    private final Map<String, Problem> failing = new ConcurrentHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile boolean mirrored;

    /// With the bundled embedder only, and a catalogue of what could be had.
    public MemoryShelf(Path folder) {
        this.folder = folder;
        speech(TINY, "Whisper tiny", 78, 390, 11.5, null);
        speech(BASE, "Whisper base", 148, 500, 6.1, null);
        speech(TURBO, "Whisper large-v3-turbo Q5", 574, 1_400, 0.8, null);
        speech(
                LARGE,
                "Whisper large-v3",
                3_095,
                4_700,
                0,
                new Misfit.TooLittleMemory(4_700 * MEGA, 4_100 * MEGA));
        embedding(MINI, "all-MiniLM-L6-v2 (8 bit)", List.of("en"), 23, 60, false);
        embedding(MINI32, "all-MiniLM-L6-v2", List.of("en"), 91, 42, false);
        embedding(L12, "paraphrase-multilingual-MiniLM-L12-v2", List.of(), 479, 17, true);
        embedding(E5, "multilingual-e5-small", List.of(), 471, 17, false);
        put(
                info(RERANKER, ModelKind.RERANKING, "ms-marco-MiniLM-L6-v2")
                        .files(91)
                        .languages("en")
                        .done(),
                new Fit(null, 24));
        put(
                info("chat/gemma3", ModelKind.CHAT, "Gemma 3 4B").languages("en", "de").done(),
                new Fit(null, 0));
        put(
                info(PACK, ModelKind.PACK, "PyTorch 2.7.1 for the CPU").files(0).done(),
                new Fit(null, 0));
        present(MINI, true);
    }

    private void speech(
            String id,
            String title,
            long mega,
            long memory,
            double speed,
            @Nullable Misfit misfit) {
        put(
                info(id, ModelKind.SPEECH, title)
                        .files(mega)
                        .memory(memory)
                        .recommended(id.equals(BASE))
                        .done(),
                new Fit(misfit, speed));
    }

    private void embedding(
            String id,
            String title,
            List<String> languages,
            long mega,
            double speed,
            boolean recommended) {
        put(
                info(id, ModelKind.EMBEDDING, title)
                        .files(mega)
                        .memory(mega * 3)
                        .languages(languages.toArray(String[]::new))
                        .recommended(recommended)
                        .done(),
                new Fit(null, speed));
    }

    private void put(ModelInfo info, Fit fit) {
        models.put(info.id(), new Shelved(info, new State.Absent(), fit));
    }

    private static Making info(String id, ModelKind kind, String title) {
        return new Making(id, kind, title);
    }

    /// A catalogue entry that grows.
    private static final class Making {
        private final String id;
        private final ModelKind kind;
        private final String title;
        private List<RemoteFile> files = List.of();
        private List<String> languages = List.of();
        private long memory;
        private boolean recommended;

        Making(String id, ModelKind kind, String title) {
            this.id = id;
            this.kind = kind;
            this.title = title;
        }

        Making files(long mega) {
            String name = id.substring(id.indexOf('/') + 1) + ".bin";
            boolean known = kind == ModelKind.SPEECH;
            files =
                    List.of(
                            new RemoteFile(
                                    name,
                                    mega == 0 ? null : "https://models.example/" + name,
                                    mega * MEGA,
                                    known ? "be07e048".repeat(8) : null));
            return this;
        }

        Making languages(String... codes) {
            languages = List.of(codes);
            return this;
        }

        Making memory(long mega) {
            memory = mega * MEGA;
            return this;
        }

        Making recommended(boolean is) {
            recommended = is;
            return this;
        }

        ModelInfo done() {
            return new ModelInfo(
                    id,
                    kind,
                    title,
                    files,
                    memory,
                    languages,
                    kind == ModelKind.SPEECH ? "MIT" : "Apache-2.0",
                    "https://example.org/" + id,
                    1,
                    recommended);
        }
    }

    /// From now on so many bytes of a model can come.
    public void allow(String id, long bytes) {
        allowed.put(id, bytes);
    }

    public void allowAll(String id) {
        allow(id, Long.MAX_VALUE);
    }

    /// The next download of it ends so; null for well.
    public void fail(String id, @Nullable Problem problem) {
        if (problem == null) {
            failing.remove(id);
        } else {
            failing.put(id, problem);
        }
    }

    /// It is here.
    public Shelved present(String id, boolean bundled) {
        return present(id, bundled, Shelved.Proof.AS_IT_CAME);
    }

    private synchronized Shelved present(String id, boolean bundled, Shelved.Proof proof) {
        var info = Objects.requireNonNull(models.get(id), id).info();
        var files =
                info.files().stream()
                        .map(each ->
                                new Fingerprint(
                                        each.name(),
                                        each.bytes(),
                                        "a1b2c3d4".repeat(8),
                                        each.sha256() != null))
                        .toList();
        return state(
                id,
                new State.Present(
                        folder.resolve(info.id() + ".bin"), info.bytes(), bundled, files, proof));
    }

    /// It is here, and its bytes are others than those that came.
    public void damaged(String id) {
        present(id, false, Shelved.Proof.DAMAGED);
    }

    /// A part of it is here.
    public void partial(String id, long bytes) {
        state(id, new State.Partial(bytes));
    }

    private synchronized Shelved state(String id, State state) {
        var before = Objects.requireNonNull(models.get(id), id);
        var now = new Shelved(before.info(), state, before.fit());
        models.put(id, now);
        return now;
    }

    /// What was deleted, in its order.
    public synchronized List<String> removed() {
        return List.copyOf(removed);
    }

    @Override
    public synchronized List<Shelved> all() {
        return List.copyOf(models.values());
    }

    @Override
    public synchronized Shelved find(String id) throws ProblemException {
        var found = models.get(id);
        if (found == null) {
            throw new ProblemException(new Problem.UnknownModel(id));
        }
        return found;
    }

    @Override
    public Shelved fetch(String id, boolean force, Progress progress) throws ProblemException {
        long total = find(id).info().bytes();
        while (true) {
            long done = Math.min(total, allowed.getOrDefault(id, 0L));
            if (done > 0) {
                partial(id, done);
                progress.report(done, total);
            }
            progress.checkpoint();
            if (failing.containsKey(id)) {
                throw new ProblemException(failing.get(id));
            }
            if (done == total) {
                return present(id, false);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// A file of this name is being taken for as long as nobody cancels.
    public void hold(String name) {
        held.add(name);
    }

    @Override
    public Shelved add(Path file, Progress progress) throws ProblemException {
        for (long done = 0; held.contains(String.valueOf(file.getFileName())); done += MEGA) {
            progress.report(done, Long.MAX_VALUE);
            progress.checkpoint();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return taken(file);
    }

    private synchronized Shelved taken(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem.FileMissing(file));
        }
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".bin")) {
            throw new ProblemException(new Problem.NotAModel(file, "no model begins like this"));
        }
        String id = "whisper/" + name.substring(0, name.length() - 4);
        var own =
                new ModelInfo(
                        id,
                        ModelKind.SPEECH,
                        name,
                        List.of(new RemoteFile(name, null, MEGA, null)),
                        0,
                        List.of(),
                        null,
                        null,
                        0,
                        false);
        put(own, new Fit(null, 0));
        return present(id, false);
    }

    /// Another program works on a model from now on.
    public void busy(String id) {
        busy.add(id);
    }

    /// From now on there is a mirror.
    public void mirror() {
        mirrored = true;
    }

    /// What was thrown away, in its order.
    public synchronized List<String> discarded() {
        return List.copyOf(discarded);
    }

    @Override
    public synchronized void discard(String id) throws ProblemException {
        if (busy.contains(id)) {
            throw new ProblemException(new Problem.ModelBusy(find(id).info().title()));
        }
        discarded.add(id);
        if (!find(id).present()) {
            state(id, new State.Absent());
        }
    }

    @Override
    public boolean mirrored() {
        return mirrored;
    }

    @Override
    public synchronized void remove(String id) throws ProblemException {
        find(id);
        removed.add(id);
        state(id, new State.Absent());
    }

    @Override
    public Shelved verify(String id, Progress progress) throws ProblemException {
        return find(id);
    }

    @Override
    public Path folder() {
        return folder;
    }
}
