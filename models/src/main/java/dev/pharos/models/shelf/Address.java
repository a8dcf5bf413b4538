package dev.pharos.models.shelf;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.net.URI;
import java.util.Locale;

/// Where a file is fetched from.
final class Address {

    private Address() {}

    /// The file's own address, or the same path on the mirror. A file without an address can only
    /// be on a mirror, below `packs/`.
    ///
    /// @throws ProblemException `NotDownloadable`; `NotFetched` where the mirror is no address
    static URI of(ModelInfo info, RemoteFile file, DownloadSettings settings)
            throws ProblemException {
        var mirror = settings.mirror();
        if (mirror != null && !mirror.isBlank()) {
            String path =
                    file.url() == null
                            ? "/packs/" + file.name()
                            : URI.create(file.url()).getRawPath();
            return web(info, mirror.strip().replaceFirst("/+$", "") + path);
        }
        if (file.url() == null) {
            throw new ProblemException(new Problem.NotDownloadable(info.id(), file.name()));
        }
        return web(info, file.url());
    }

    private static URI web(ModelInfo info, String address) throws ProblemException {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null
                    && String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new ProblemException(
                new Problem.NotFetched(info.id(), address, Detail.of(Detail.Kind.NOT_AN_ADDRESS)));
    }
}
