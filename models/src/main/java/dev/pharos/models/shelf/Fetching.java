package dev.pharos.models.shelf;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Brings all files of a model, one after another, into its place for what is not whole yet.
///
/// @param environment of the process: its words on proxies
/// @param dressing what else the HTTP client gets, such as whom it trusts
record Fetching(
        Patience patience,
        Map<String, String> environment,
        UnaryOperator<HttpClient.Builder> dressing) {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    /// @param kept what its files were when they came before; holds where no hash is published
    /// @param folder where they come together
    /// @return what came
    /// @throws ProblemException as `ModelShelf.fetch`
    List<Fingerprint> bring(
            ModelInfo info,
            List<Fingerprint> kept,
            DownloadSettings settings,
            Path folder,
            Progress progress)
            throws ProblemException, IOException {
        var addresses = addresses(info, settings);
        room(info, folder);
        var client = client(addresses, settings);
        try {
            var came = new ArrayList<Fingerprint>();
            long before = 0;
            for (int i = 0; i < addresses.size(); i++) {
                var file = info.files().get(i);
                var target = folder.resolve(file.name());
                long begin = before;
                long later = info.files().stream().skip(i + 1L).mapToLong(RemoteFile::bytes).sum();
                var counted = counted(progress, begin, later, info.bytes());
                var first = kept.stream().filter(one -> one.name().equals(file.name()));
                var wanted = wanted(info, file, first.findFirst(), addresses.get(i), target);
                came.add(bring(wanted, file, client, counted));
                before += Files.size(target);
                progress.report(before, info.bytes() > 0 ? info.bytes() : before + later);
            }
            return came;
        } finally {
            client.shutdownNow();
        }
    }

    /// All of them before the first byte: half a model is of no use.
    private static List<URI> addresses(ModelInfo info, DownloadSettings settings)
            throws ProblemException {
        var addresses = new ArrayList<URI>();
        for (var file : info.files()) {
            addresses.add(Address.of(info, file, settings));
        }
        return addresses;
    }

    private static void room(ModelInfo info, Path folder) throws IOException, ProblemException {
        Files.createDirectories(folder);
        long missing = info.bytes() - size(folder);
        Room.check(folder, missing);
    }

    private HttpClient client(List<URI> addresses, DownloadSettings settings)
            throws ProblemException {
        return dressing.apply(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL) // never to plain http
                                .connectTimeout(TO_CONNECT)
                                .proxy(proxy(addresses, settings)))
                .build();
    }

    /// Asked for every address beforehand: inside the client a proxy that cannot be used would be a
    /// bug.
    private ProxySelector proxy(List<URI> addresses, DownloadSettings settings)
            throws ProblemException {
        try {
            var proxies = Proxies.of(settings, environment);
            addresses.forEach(proxies::select);
            return proxies;
        } catch (Proxies.Unusable e) {
            throw new ProblemException(new Problem.ProxyUnusable(e.proxy()), e);
        }
    }

    /// What is published, else what came the first time.
    private static Wanted wanted(
            ModelInfo info,
            RemoteFile file,
            Optional<Fingerprint> first,
            URI address,
            Path target) {
        var published = file.sha256();
        return new Wanted(
                info.id(),
                address,
                target,
                file.bytes(),
                published == null ? first.map(Fingerprint::sha256).orElse(null) : published);
    }

    private Fingerprint bring(Wanted wanted, RemoteFile file, HttpClient client, Progress progress)
            throws ProblemException, IOException {
        var here = hereAlready(wanted, progress);
        String sha256 = here.isPresent() ? here.get() : came(wanted, file, client, progress);
        return new Fingerprint(
                file.name(), Files.size(wanted.target()), sha256, sha256.equals(file.sha256()));
    }

    private String came(Wanted wanted, RemoteFile file, HttpClient client, Progress progress)
            throws ProblemException {
        try {
            return new FileDownload(wanted, client, patience, progress).run();
        } catch (ProblemException e) {
            boolean unpublished = wanted.sha256() != null && file.sha256() == null;
            throw unpublished && e.problem() instanceof Problem.WrongDownload
                    ? new ProblemException(
                            new Problem.OtherThanBefore(wanted.model(), wanted.name()), e)
                    : e;
        }
    }

    /// What an earlier call finished. It is read again: disks break, and a newer catalogue may want
    /// other bytes.
    ///
    /// @return its SHA-256, if it is what is wanted
    private static Optional<String> hereAlready(Wanted wanted, Progress progress)
            throws IOException {
        if (!Files.isRegularFile(wanted.target())
                || wanted.bytes() > 0 && Files.size(wanted.target()) != wanted.bytes()) {
            return Optional.empty();
        }
        String found = FileHash.sha256(wanted.target(), _ -> progress.checkpoint());
        return Optional.of(found)
                .filter(sha256 -> wanted.sha256() == null || wanted.sha256().equals(sha256));
    }

    /// @param later bytes of the files to come, as far as they are known
    /// @param total of all files; where it is 0, what servers have told counts
    private static Progress counted(Progress progress, long before, long later, long total) {
        return new Progress() {
            @Override
            public void report(long done, long ofFile) {
                long told = ofFile > 0 ? before + ofFile + later : 0;
                progress.report(before + done, total > 0 ? total : told);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /// Bytes of all that has come into a folder.
    static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            long all = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all += file.toString().endsWith(".part.json") ? 0 : Files.size(file);
            }
            return all;
        }
    }
}
