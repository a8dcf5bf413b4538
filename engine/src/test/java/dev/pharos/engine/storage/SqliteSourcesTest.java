package dev.pharos.engine.storage;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.library.SourcesContract;
import dev.pharos.engine.meaning.Vectors;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSourcesTest extends SourcesContract {
    @RegisterExtension final TestDatabase file = new TestDatabase();

    @Override
    protected Sources sources() {
        return new SqliteSources(file.database());
    }

    @Override
    protected Passages passages() {
        return new SqlitePassages(file.database());
    }

    @Override
    protected Vectors vectors() {
        return new SqliteVectors(file.database());
    }
}
