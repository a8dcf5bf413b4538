package dev.pharos.engine.document;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/// Names the media type of content that no reader is for, from Tika's table of magic numbers and
/// file endings. Any thread.
public final class MediaTypes {

    private MediaTypes() {}

    /// What `head` and, where that leaves open, `name` look like.
    public static String of(byte[] head, Path name) {
        var facts = new Metadata();
        facts.set(TikaCoreProperties.RESOURCE_NAME_KEY, String.valueOf(name.getFileName()));
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(head), facts)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            return "application/octet-stream";
        }
    }
}
