package org.impasto.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.impasto.Digests;
import org.impasto.ImpastoException.OutputFailed;

/**
 * A folder with the finished parts of a render. Every file in it appears under its name only when it is complete: written aside, closed,
 * forced to the disk, moved; then the manifest, in the same way. Whatever moment a process dies at, the manifest names only complete
 * files, and the files that it does not name are left alone. Thread-safe.
 */
public final class RenderStore implements AutoCloseable {
    private static final String ASIDE = ".part";

    /** Writes a file at a path. */
    @FunctionalInterface
    public interface Work {
        void write(Path file) throws IOException;
    }

    private final Path folder;
    private final ManifestFile file;
    private final StoreLock lock;
    private final List<String> notes = new ArrayList<>();
    private Manifest manifest;

    private RenderStore(Path folder, StoreLock lock) {
        this.folder = folder;
        this.file = new ManifestFile(folder);
        this.lock = lock;
        boolean there = file.exists();
        this.manifest = file.read().orElse(Manifest.EMPTY);
        if (there && manifest == Manifest.EMPTY) {
            notes.add("the manifest of the render store is damaged: nothing of it can be used");
        }
    }

    /**
     * Opens a store to write to it, making its folder where there is none. The caller closes it.
     *
     * @throws OutputFailed where another process uses it, it cannot be written to, or its manifest leads out of it
     */
    public static RenderStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputFailed("the render store " + folder + " cannot be made: " + StoreLock.reason(e), e);
        }
        StoreLock lock = StoreLock.take(folder);
        try {
            return new RenderStore(folder, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a store only to look at it; nothing may be changed then.
     *
     * @throws OutputFailed where there is no store
     */
    public static RenderStore look(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new OutputFailed("there is no render store " + folder);
        }
        return new RenderStore(folder, null);
    }

    /** Whether it was opened to write to it. */
    public boolean isWritable() {
        return lock != null;
    }

    public Path folder() {
        return folder;
    }

    public synchronized Manifest manifest() {
        return manifest;
    }

    /** What was found wrong with the store when it was opened, one sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public synchronized void change(UnaryOperator<Manifest> how) {
        if (lock == null) {
            throw new IllegalStateException("the store was opened only to look at it");
        }
        Manifest next = how.apply(manifest);
        if (!next.equals(manifest)) {
            save(next);
            manifest = next;
        }
    }

    /** Where a file of this store lies. */
    public Path path(Stored stored) {
        return resolve(stored.file());
    }

    /** Writes a file that the manifest does not name yet; the caller puts it there with {@link #change}. */
    public Stored publish(String name, Work work) {
        Path target = resolve(name);
        Path aside = resolve(name + ASIDE);
        change(m -> m.begin(name));
        boolean moved = false;
        try {
            Files.deleteIfExists(aside);
            work.write(aside);
            sync(aside, StandardOpenOption.WRITE);
            Stored stored = new Stored(name, Files.size(aside), Digests.sha256(aside));
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            moved = true;
            syncFolder();
            return stored;
        } catch (IOException e) {
            throw failed(name, e);
        } catch (UncheckedIOException e) {
            throw failed(name, e.getCause());
        } finally {
            if (!moved) {
                discard(aside);
            }
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // The next to write it will write over it.
        }
    }

    public void add(SegmentEntry entry) {
        change(m -> m.with(entry).begun(entry.file().file()));
    }

    public void add(StateEntry entry) {
        change(m -> m.with(entry).begun(entry.file().file()));
    }

    public void survey(String inputSha256, Stored survey) {
        change(m -> m.withSurvey(inputSha256, survey).begun(survey.file()));
    }

    public void forget(SegmentEntry entry) {
        change(m -> m.without(entry).begin(entry.file().file()));
    }

    public void forget(StateEntry entry) {
        change(m -> m.without(entry).begin(entry.file().file()));
    }

    /** Whether a file is there and is what the manifest says; read whole. */
    public boolean isIntact(Stored stored) {
        return damage(stored) == null;
    }

    /** What is wrong with a file, in a few words; null where nothing is. */
    public String damage(Stored stored) {
        Path path = path(stored);
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return "missing";
            }
            long bytes = Files.size(path);
            if (bytes != stored.bytes()) {
                return bytes + " bytes long instead of " + stored.bytes();
            }
            return Digests.sha256(path).equals(stored.sha256()) ? null : "damaged (its hash differs)";
        } catch (IOException e) {
            return "unreadable (" + StoreLock.reason(e) + ")";
        }
    }

    /** Deletes what the manifest names, the manifest, and the folder where nothing else is in it; the store is closed then. */
    public synchronized void remove() {
        try {
            for (String name : manifest.files().toList()) {
                Files.deleteIfExists(resolve(name));
                Files.deleteIfExists(resolve(name + ASIDE));
            }
            Files.deleteIfExists(folder.resolve(ManifestFile.NAME));
            Files.deleteIfExists(folder.resolve(ManifestFile.NAME + ASIDE));
            Files.deleteIfExists(folder.resolve(StoreLock.NAME));
            Files.deleteIfExists(folder);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            // Somebody else's files: they stay.
        } catch (IOException e) {
            throw new OutputFailed("the render store " + folder + " cannot be removed: " + StoreLock.reason(e), e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }

    private void save(Manifest next) {
        Path target = folder.resolve(ManifestFile.NAME);
        Path aside = folder.resolve(ManifestFile.NAME + ASIDE);
        try {
            Files.write(aside, file.bytes(next));
            sync(aside, StandardOpenOption.WRITE);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw failed(ManifestFile.NAME, e);
        }
    }

    private OutputFailed failed(String name, IOException e) {
        return new OutputFailed("the render store " + folder + " cannot take " + name + " (" + StoreLock.reason(e)
                + "): what was finished before is kept", e);
    }

    private Path resolve(String name) {
        if (!Stored.isPlain(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no plain file name");
        }
        return folder.resolve(name);
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private void syncFolder() {
        try {
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system can flush a folder; the files themselves are safe.
        }
    }
}
