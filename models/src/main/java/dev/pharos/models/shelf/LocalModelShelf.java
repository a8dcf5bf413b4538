package dev.pharos.models.shelf;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The models below a folder, as [Places] lays them out, and those of the catalogue that could come
/// there. Nothing is remembered between calls: files that their owner puts in or takes out by hand
/// are seen at once. Any thread.
public final class LocalModelShelf implements ModelShelf {
    /// How downloads are to be made, asked for each.
    @FunctionalInterface
    public interface Settings {
        DownloadSettings now() throws ProblemException;
    }

    /// Which models must not go, asked before one is removed.
    @FunctionalInterface
    public interface Used {
        /// @return ids of those that are chosen or work right now
        Set<String> now() throws ProblemException;
    }

    /// What is the same in all of a program, and other in tests.
    ///
    /// @param trash empty where there is none
    record Equipment(
            Catalogue catalogue, Machine machine, Fetching fetching, Optional<Trash> trash) {}

    private final Places places;
    private final Equipment equipment;
    private final Settings settings;
    private final Used used;
    private final Fingerprints fingerprints;
    private final Standing standing;
    private final OwnModels own;

    /// @param folder where models are kept; may not exist
    /// @param cache a folder of the program's own
    public LocalModelShelf(Path folder, Path cache, Settings settings, Used used) {
        this(folder, cache, settings, used, usual(Machine.ofThis(cache)));
    }

    private static Equipment usual(Machine machine) {
        return new Equipment(
                Catalogue.bundled(machine.platform()),
                machine,
                new Fetching(Patience.USUAL, System.getenv(), UnaryOperator.identity()),
                Trash.ofThisMachine());
    }

    LocalModelShelf(Path folder, Path cache, Settings settings, Used used, Equipment equipment) {
        this.places = new Places(folder);
        this.settings = settings;
        this.used = used;
        this.equipment = equipment;
        this.fingerprints = new Fingerprints(places);
        this.standing = new Standing(places, cache);
        this.own = new OwnModels(places, equipment.catalogue());
    }

    @Override
    public Path folder() {
        return places.root();
    }

    @Override
    public List<Shelved> all() {
        long room = room();
        var all = new ArrayList<Shelved>();
        equipment.catalogue().entries().forEach(entry -> all.add(shelved(entry, room)));
        own.all().forEach(entry -> all.add(shelved(entry, room)));
        return List.copyOf(all);
    }

    @Override
    public Shelved find(String id) throws ProblemException {
        return shelved(entry(id), room());
    }

    private Entry entry(String id) throws ProblemException {
        return equipment
                .catalogue()
                .find(id)
                .or(() ->
                        own.all().stream()
                                .filter(entry -> entry.info().id().equals(id))
                                .findFirst())
                .orElseThrow(() -> new ProblemException(new Problem.UnknownModel(id)));
    }

    private long room() {
        Path existing = places.root().toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException _) {
            return Long.MAX_VALUE; // some mounts cannot tell
        }
    }

    private Shelved shelved(Entry entry, long room) {
        var state = standing.of(entry);
        long missing =
                switch (state) {
                    case State.Absent _ -> entry.info().bytes();
                    case State.Partial(long here) -> entry.info().bytes() - here;
                    case State.Present _ -> 0;
                };
        return new Shelved(entry.info(), state, equipment.machine().fit(entry, missing, room));
    }

    @Override
    public Shelved fetch(String id, boolean force, Progress progress) throws ProblemException {
        var entry = entry(id);
        var info = entry.info();
        boolean given = given(entry);
        boolean present = standing.of(entry) instanceof State.Present;
        if (info.files().isEmpty() || force && !given && !entry.bundled()) {
            throw new ProblemException(new Problem.NotDownloadable(id, firstFile(info)));
        }
        if (present && !given) {
            checkOwn(entry, progress);
            return find(id);
        }
        if (present && sound(entry, progress)) {
            return find(id);
        }
        new Leftovers(places).sweep();
        locked(
                info,
                progress,
                () -> {
                    var kept = fingerprints.of(info);
                    if (!standing.whole(info, kept) || !sound(entry, progress)) {
                        Path folder = places.incoming(info);
                        var holds = force ? List.<Fingerprint>of() : kept;
                        var came =
                                equipment
                                        .fetching()
                                        .bring(info, holds, settings.now(), folder, progress);
                        install(info, folder, came);
                    }
                });
        return find(id);
    }

    /// Somebody gives it out, or the owner's mirror may.
    private boolean given(Entry entry) throws ProblemException {
        return !entry.bundled()
                && equipment.catalogue().find(entry.info().id()).isPresent()
                && (mirrored()
                        || entry.info().files().stream().allMatch(file -> file.url() != null));
    }

    private static String firstFile(ModelInfo info) {
        return info.files().isEmpty() ? Places.name(info.id()) : info.files().getFirst().name();
    }

    /// What nobody gives out cannot be mended from anywhere.
    private void checkOwn(Entry entry, Progress progress) throws ProblemException {
        var kept = fingerprints.of(entry.info());
        if (entry.bundled() || kept.isEmpty()) {
            return;
        }
        try {
            new Verification(places, entry, kept).run(progress);
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    new Problem.ModelDamaged(entry.info().id(), firstFile(entry.info())), e);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(places.root(), e), e);
        }
    }

    /// Whether what is here is what came. Reads all of it.
    private boolean sound(Entry entry, Progress progress) throws ProblemException {
        try {
            return new Verification(places, entry, fingerprints.of(entry.info())).sound(progress);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(places.root(), e), e);
        }
    }

    private void install(ModelInfo info, Path folder, List<Fingerprint> came) throws IOException {
        boolean single = Places.single(info.kind());
        Installed.as(places.place(info), single ? folder.resolve(came.getFirst().name()) : folder);
        fingerprints.came(info, came);
        Trash.delete(folder);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, ProblemException;
    }

    private void locked(ModelInfo info, Progress progress, Work work) throws ProblemException {
        try (var _ = ShelfLock.take(places.lock(info), progress)) {
            work.run();
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(places.root(), e), e);
        }
    }

    @Override
    public Shelved add(Path fileOrFolder, Progress progress) throws ProblemException {
        new Leftovers(places).sweep();
        var here = present(_ -> true);
        var mine = fileOrFolder.toAbsolutePath().normalize();
        for (var shelved : here) {
            if (shelved.state() instanceof State.Present(var place, _, _, _, _)
                    && place.toAbsolutePath().normalize().equals(mine)) {
                return verify(shelved.info().id(), progress);
            }
        }
        var brought = Brought.of(fileOrFolder, equipment.catalogue());
        var info =
                new Intake(places, equipment.catalogue(), fingerprints)
                        .take(brought, here.stream().map(Shelved::info).toList(), progress);
        return find(info.id());
    }

    private List<Shelved> present(Predicate<Shelved> wanted) {
        return all().stream().filter(Shelved::present).filter(wanted).toList();
    }

    @Override
    public void remove(String id) throws ProblemException {
        var entry = entry(id);
        var info = entry.info();
        if (entry.bundled() || used.now().contains(id)) {
            throw new ProblemException(new Problem.ModelInUse(id));
        }
        if (info.files().isEmpty()) {
            return;
        }
        locked(
                info,
                Progress.NONE,
                () -> {
                    Path place = places.place(info);
                    if (Files.exists(place)) {
                        Trash.remove(equipment.trash(), place);
                    }
                    for (Path aside : places.putAside(info)) {
                        Trash.remove(equipment.trash(), aside);
                    }
                    Trash.delete(places.incoming(info));
                    new Checks(places).forget(info);
                    if (equipment.catalogue().find(id).isEmpty()) {
                        fingerprints.forget(info); // of others it is what the next get must bring
                    }
                });
        new Leftovers(places).sweep();
    }

    @Override
    public void discard(String id) throws ProblemException {
        var info = entry(id).info();
        if (info.files().isEmpty()) {
            return;
        }
        try (var lock = ShelfLock.tryTake(places.lock(info))) {
            if (lock == null) {
                throw new ProblemException(new Problem.ModelBusy(info.title()));
            }
            Trash.delete(places.incoming(info));
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(places.root(), e), e);
        }
    }

    @Override
    public boolean mirrored() throws ProblemException {
        var mirror = settings.now().mirror();
        return mirror != null && !mirror.isBlank();
    }

    @Override
    public Shelved verify(String id, Progress progress) throws ProblemException {
        var entry = entry(id);
        var info = entry.info();
        var kept = entry.bundled() ? Standing.bundled(info) : fingerprints.of(info);
        try {
            var found = new Verification(places, entry, kept).run(progress);
            if (kept.isEmpty()) {
                locked(info, progress, () -> fingerprints.keep(info, found));
            }
            return find(id);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new ProblemException(new Problem.MissingModel(id, places.home(info)), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.ModelUnavailable(id, Detail.of(e)), e);
        }
    }
}
