package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class EvernoteExportTest {
    @TempDir Path temp;

    private UnpackedNotes unpack(String notes) throws IOException {
        var file =
                Files.writeString(
                        temp.resolve("notes.enex"),
                        "<?xml version=\"1.0\"?><!DOCTYPE en-export SYSTEM \"x.dtd\"><en-export>"
                                + notes
                                + "</en-export>");
        return UnpackedNotes.of(file, temp);
    }

    private static String note(String title, String enml, String more) {
        return "<note><title>%s</title><content><![CDATA[<en-note>%s</en-note>]]></content>%s</note>"
                .formatted(title, enml, more);
    }

    @Test
    void tablesTasksMarksAndSecretsComeOver() throws IOException {
        var notes =
                unpack(
                        note(
                                "Lamp",
                                """
                                <table><tr><td><div>oil</div></td><td><div>a</div><div>b</div></td></tr></table>
                                <div>It is <b>bright </b>and <span style="--en-highlight:yellow;">tall</span>.</div>
                                <div style="--en-task-group:true; --en-id:77-aa;">unsupported</div>
                                <div>Code: <en-crypt hint="door" cipher="AES">c2VjcmV0</en-crypt></div>
                                """,
                                """
                                <task><title>fill</title><taskStatus>completed</taskStatus>
                                <taskGroupNoteLevelID>77-aa</taskGroupNoteLevelID></task>
                                """));
        assertEquals(Map.of("Lamp.md", "EncryptedParts"), notes.notices);
        assertEquals(
                """
                ---
                title: Lamp
                ---

                |     |       |
                |-----|-------|
                | oil | a<br>b |

                It is **bright** and ==tall==.

                - [x] fill

                Code: 🔒 (door)
                """,
                notes.text("Lamp.md"));
    }

    /// Evernote calls many pictures the same; which is which must not hang on their order.
    @Test
    void filesOfOneNameAreToldApart() throws IOException {
        var one = file("light");
        var two = file("shade");
        var notes = unpack(note("Two", "", one + two + one));
        assertEquals(
                List.of("Two.md", "attachments/image (a79dc7).txt", "attachments/image.txt"),
                List.copyOf(notes.files.keySet()));
        assertEquals("light", notes.text("attachments/image.txt"));
        assertEquals(
                """
                ---
                title: Two
                ---

                ![[attachments/image.txt]]
                ![[attachments/image (a79dc7).txt]]
                """,
                notes.text("Two.md"));
    }

    private static String file(String words) {
        return "<resource><data encoding=\"base64\">%s</data><mime>text/plain</mime>"
                        .formatted(Base64.getEncoder().encodeToString(Exports.bytes(words)))
                + "<resource-attributes><file-name>image.txt</file-name></resource-attributes></resource>";
    }

    @Test
    void entitiesAreNotFollowed() throws IOException {
        var notes =
                unpack(
                        "<note><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<title>T&x;</title></note>"
                                + note("Good", "light", ""));
        assertEquals(List.of("Good.md"), List.copyOf(notes.files.keySet()));
    }
}
