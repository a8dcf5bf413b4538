package dev.pharos.models.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.Secrets;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The file that its owner alone may read.
final class FileSecretsTest extends SecretsContract {

    @Override
    Secrets opened() {
        return LocalSecrets.ofThisMachine(register(), Map.of("PHAROS_SECRETS", "file"));
    }

    @Override
    Secrets.Place place() {
        return Secrets.Place.OWNER_ONLY_FILE;
    }

    private static String permissions(Path file) throws IOException {
        assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions here");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        opened().keep("chat/work", KEY);
        assertEquals("rw-------", permissions(register()));
    }

    @Test
    void aFileThatAPowerCutLeftEmptyTakesKeysAgain() throws Exception {
        Files.createDirectories(register().resolveSibling(""));
        Files.write(register(), new byte[0]);
        opened().keep("chat/work", KEY);
        assertEquals(Optional.of(KEY), opened().find("chat/work"));
    }

    @Test
    void aCopyThatOthersMayReadIsClosed() throws Exception {
        opened().keep("chat/work", KEY);
        assumeTrue(!permissions(register()).isEmpty());
        Files.setPosixFilePermissions(register(), PosixFilePermissions.fromString("rw-r--r--"));
        opened().find("chat/work");
        assertEquals("rw-------", permissions(register()));
    }

    @Test
    void aBrokenFileIsToldOfWithoutWhatItHolds() throws Exception {
        opened().keep("chat/work", "sk-1234");
        String broken = Files.readString(register()).replace("\"sk-1234\"", "sk-1234");
        Files.writeString(register(), broken);

        var thrown =
                assertThrows(ProblemException.class, () -> opened().keep("chat/home", "sk-5678"));

        var problem = (Problem.SecretsUnavailable) thrown.problem();
        assertEquals(Detail.of(Kind.KEYS_UNREADABLE, register() + ":4"), problem.detail());
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            assertFalse(each.toString().contains("sk-"), each.toString());
        }
        assertEquals(broken, Files.readString(register()));
    }

    /// A key store that answers, and then fails in what it is asked to do.
    private static final class Locked implements Vault {
        @Override
        public boolean reachable() {
            return true;
        }

        @Override
        public String keep(String name, String secret) throws IOException {
            throw new IOException("locked");
        }

        @Override
        public Optional<String> find(String ticket) throws IOException {
            throw new IOException("locked");
        }

        @Override
        public void forget(String ticket) throws IOException {
            throw new IOException("locked");
        }
    }

    @Test
    void whatAKeyStoreRefusesIsKeptInTheFileAndSaidSo() throws Exception {
        var secrets = new LocalSecrets(register(), new Locked());
        secrets.keep("chat/work", KEY);
        assertEquals(Optional.of(KEY), secrets.find("chat/work"));
        assertEquals(Secrets.Place.OWNER_ONLY_FILE, secrets.place());
    }

    @Test
    void aKeyWhoseStoreIsLockedIsMovedAndForgottenAllTheSame() throws Exception {
        Files.createDirectories(register().getParent());
        Files.writeString(register(), "{\"a\":{\"place\":\"PLATFORM\",\"value\":\"t\"}}");
        var secrets = new LocalSecrets(register(), new Locked());
        secrets.move("a", "b");
        assertEquals(List.of(false, true), List.of(opened().has("a"), opened().has("b")));
        secrets.forget("b");
        assertFalse(opened().has("b"));
    }

    @Test
    void aKeyStoreThatIsLockedNowIsAProblemOfItsOwnKeysOnly() throws Exception {
        opened().keep("chat/home", "here");
        Files.writeString(
                register(),
                Files.readString(register())
                        .replaceFirst(
                                "\\{", "{\"chat/work\":{\"place\":\"PLATFORM\",\"value\":\"t\"},"));
        var secrets = new LocalSecrets(register(), new Locked());
        var thrown = assertThrows(ProblemException.class, () -> secrets.find("chat/work"));
        assertEquals(
                new Problem.SecretsUnavailable(Detail.of(Kind.KEY_STORE_LOCKED, "locked")),
                thrown.problem());
        assertEquals(Optional.of("here"), secrets.find("chat/home"));
        assertEquals(Optional.empty(), secrets.find("chat/none"));
    }
}
