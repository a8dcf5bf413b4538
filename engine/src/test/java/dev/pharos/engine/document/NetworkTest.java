package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Documents that call home: nobody may answer, for nobody may be called.
class NetworkTest {

    @TempDir Path folder;

    @Test
    void noDocumentReachesTheNetwork() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var extractor = new IsolatedExtractor()) {
            var home = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (var file : callers(home)) {
                try {
                    extractor.extract(file, file);
                } catch (ProblemException e) {
                    System.out.println(e.problem());
                }
            }
            server.setSoTimeout(200);
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    private List<Path> callers(String home) throws IOException {
        var dtd =
                "<!DOCTYPE x SYSTEM \"" + home + "x.dtd\" [<!ENTITY e SYSTEM \"" + home + "e\">]>";
        var page =
                dtd
                        + "<html><head><base href='"
                        + home
                        + "'><link rel=stylesheet href='a.css'><script src='a.js'></script>"
                        + "<meta http-equiv=refresh content='0;url="
                        + home
                        + "'></head><body><img src='a.png'><iframe src='b'></iframe>&e;</body></html>";
        return List.of(
                Files.writeString(folder.resolve("a.html"), page),
                SampleFiles.epub(folder.resolve("a.epub"), Map.of("OEBPS/text/two.xhtml", page)),
                SampleFiles.docx(
                        folder.resolve("a.docx"),
                        dtd + SampleFiles.wordXml("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")),
                Files.writeString(
                        folder.resolve("a.rtf"),
                        "{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE \""
                                + home
                                + "a.png\" \\\\d}}{\\*\\template "
                                + home
                                + "t.dotx} x}"),
                Files.writeString(
                        folder.resolve("a.eml"),
                        "From: a@b.c\nTo: d@e.f\nContent-Type: message/external-body; access-type=URL; URL=\""
                                + home
                                + "\"\n\nx"),
                Files.writeString(
                        folder.resolve("a.md"),
                        "![x](" + home + "a.png) <img src='" + home + "b.png'>"));
    }
}
