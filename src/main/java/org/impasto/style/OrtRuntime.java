package org.impasto.style;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.RunOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.impasto.ImpastoException;

/**
 * The one ONNX Runtime environment of the process, and its orderly end.
 *
 * <p>ONNX Runtime registers a JVM shutdown hook that frees the environment. Hooks run beside each other and beside the
 * threads that still compute, so Ctrl-C in the middle of a run was a crash of the JVM (SIGSEGV in libonnxruntime). Two
 * measures, both needed: the environment's reference count is raised by one, so that the hook frees nothing; and a hook of
 * our own tells the running networks to stop and waits for them, because the C library's exit, right after the hooks,
 * destroys the library's static objects too.
 */
final class OrtRuntime {
    private static final long STOP_SECONDS = 20;

    private static final Object LOCK = new Object();
    private static final Set<RunOptions> RUNNING = new HashSet<>();
    private static int busy;
    private static boolean shuttingDown;
    private static OrtEnvironment environment;

    private OrtRuntime() {
    }

    /** A call into ONNX Runtime. */
    interface Call<T> {
        T run() throws OrtException;
    }

    /** The environment; made, with the native libraries loaded, at the first call. */
    static OrtEnvironment environment() {
        synchronized (LOCK) {
            refuseWhenShuttingDown();
            if (environment == null) {
                environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "impasto");
                OrtTemporary.delete();
                keepAlive();
                Runtime.getRuntime().addShutdownHook(new Thread(OrtRuntime::shutDown, "stop-networks"));
            }
            return environment;
        }
    }

    /** Does work that the end of the process waits for. */
    static <T> T during(Call<T> call) throws OrtException {
        return during(null, call);
    }

    /** Does work that the end of the process waits for and hurries with {@link RunOptions#setTerminate}. */
    static <T> T during(RunOptions options, Call<T> call) throws OrtException {
        synchronized (LOCK) {
            refuseWhenShuttingDown();
            busy++;
            if (options != null) {
                RUNNING.add(options);
            }
        }
        try {
            return call.run();
        } catch (OrtException e) {
            // A run that was told to stop fails with some message of ONNX Runtime's: it is no fault of the model.
            synchronized (LOCK) {
                refuseWhenShuttingDown();
            }
            throw e;
        } finally {
            synchronized (LOCK) {
                busy--;
                RUNNING.remove(options);
                LOCK.notifyAll();
            }
        }
    }

    private static void refuseWhenShuttingDown() {
        if (shuttingDown) {
            throw new ImpastoException.Cancelled("Stopped: the program is ending");
        }
    }

    private static void shutDown() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        synchronized (LOCK) {
            shuttingDown = true;
            for (RunOptions options : RUNNING) {
                try {
                    options.setTerminate(true);
                } catch (OrtException e) {
                    // Then it runs to its end; the wait below covers that.
                }
            }
            try {
                long left;
                while (busy > 0 && (left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) > 0) {
                    LOCK.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * The native environment is a counted singleton: a second creation gives the same one and raises the count. The Java
     * binding does not offer that, so its private method is called; where a version lacks it, our own hook alone is left.
     */
    private static void keepAlive() {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL.getValue(), "impasto");
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(OrtRuntime.class.getName()).log(System.Logger.Level.DEBUG, "no second reference", e);
        }
    }
}
