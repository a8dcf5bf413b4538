package dev.pharos.models.audio;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which kinds of file are sound, and what they are called. Any thread.
final class SoundTypes {

    /// The ffmpeg demuxers that may see a file: containers whose bytes hold the sound themselves.
    /// None of them opens another file or an address, as playlists, image sequences, `concat` or
    /// subtitles would.
    private static final String DEMUXERS =
            "3gp,aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dts,dtshd,dsf,eac3,flac,flv,iff,loas,"
                    + "m4a,matroska,mlp,mov,mp3,mp4,mpc,mpc8,mpeg,mpegts,mxf,oga,ogg,qcp,rm,tak,"
                    + "truehd,tta,voc,w64,wav,webm,wv";

    /// What keeps ffmpeg to the file that it is given.
    static final List<String> LOCAL_ONLY =
            List.of("-protocol_whitelist", "file", "-format_whitelist", DEMUXERS);

    private static final int HEAD = 1 << 16;

    private static final Set<String> WITHOUT_PREFIX =
            Set.of(
                    "application/mp4",
                    "application/ogg",
                    "application/x-matroska",
                    "application/vnd.rn-realmedia",
                    "application/vnd.ms-asf",
                    "application/mxf");

    private static final Set<String> NOT_SOUND =
            Set.of("audio/midi", "audio/x-mpegurl", "audio/x-mod", "audio/x-scpls", "video/x-mng");

    /// Endings of sound whose content has no magic number that tells.
    private static final Set<String> ENDINGS = Set.of("m2ts", "mts", "ts", "tta", "w64", "wv");

    private static final Map<String, String> BY_DEMUXER =
            Map.ofEntries(
                    Map.entry("mov", "mp4"),
                    Map.entry("matroska", "x-matroska"),
                    Map.entry("mp3", "mpeg"),
                    Map.entry("asf", "x-ms-asf"),
                    Map.entry("avi", "x-msvideo"),
                    Map.entry("mpegts", "mp2t"),
                    Map.entry("flv", "x-flv"));

    private SoundTypes() {}

    /// Whether content and name suggest sound or video.
    static boolean suggestedBy(Path file, Path name) throws IOException {
        String ending = name.toString().substring(name.toString().lastIndexOf('.') + 1);
        if (ENDINGS.contains(ending.toLowerCase(Locale.ROOT))) {
            return true;
        }
        String type = mediaType(file, name);
        return (type.startsWith("audio/")
                        || type.startsWith("video/")
                        || WITHOUT_PREFIX.contains(type))
                && !NOT_SOUND.contains(type);
    }

    /// What the content, and where that leaves it open the name, look like.
    static String mediaType(Path file, Path name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var facts = new Metadata();
            facts.set(TikaCoreProperties.RESOURCE_NAME_KEY, String.valueOf(name.getFileName()));
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(in.readNBytes(HEAD)), facts)
                    .getBaseType()
                    .toString();
        }
    }

    /// @param demuxer as ffmpeg names it, such as `mov,mp4,m4a,3gp,3g2,mj2`
    static String mediaType(String demuxer, boolean video) {
        String first = demuxer.split(",", 2)[0];
        return (video ? "video/" : "audio/") + BY_DEMUXER.getOrDefault(first, first);
    }
}
