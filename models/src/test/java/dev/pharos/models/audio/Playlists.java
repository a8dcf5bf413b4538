package dev.pharos.models.audio;

import java.util.List;
import java.util.stream.Stream;

/// Files that ask a media program to open something else.
final class Playlists {

    private Playlists() {}

    static List<byte[]> all(String target, int port) {
        return Stream.of(
                        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n",
                        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n",
                        "ffconcat version 1.0\nfile '%s'\n",
                        "[playlist]\nFile1=%s\nNumberOfEntries=1\n",
                        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
                                + " type=\"static\"><Period><AdaptationSet mimeType=\"audio/mp4\">"
                                + "<Representation id=\"1\" bandwidth=\"1\"><BaseURL>%s</BaseURL>"
                                + "<SegmentBase/></Representation></AdaptationSet></Period></MPD>",
                        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=%s\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio "
                                + port
                                + " RTP/AVP 0\n",
                        "# VobSub index file, v7 (do not modify this line!)\nid: en, index: 0\n"
                                + "timestamp: 00:00:00:000, filepos: 000000000\n# %s\n",
                        "[Reference]\nRef1=%s\n")
                .map(text -> Sounds.ascii(text.formatted(target)))
                .toList();
    }
}
