package app.forecourt.journal;

import static com.sun.jna.platform.win32.WinReg.HKEY_LOCAL_MACHINE;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The identity of a Windows computer, of its start and of a file on it. Each method returns an empty text if Windows
 * does not tell. Only Windows loads this class, and not before the journal is opened, because JNA takes time.
 */
final class WindowsIdentity {
    private static final Logger LOG = Logger.getLogger(WindowsIdentity.class.getName());
    /** Sizes of the structures SYSTEM_TIMEOFDAY_INFORMATION and FILE_ID_INFO in bytes. */
    private static final int TIMES = 48;

    private static final int FILE_ID = 24;

    private WindowsIdentity() {}

    /** Returns the id that Windows gets when it is installed. */
    static String computer() {
        return known(() -> Advapi32Util.registryGetStringValue(
                HKEY_LOCAL_MACHINE, "SOFTWARE\\Microsoft\\Cryptography", "MachineGuid", WinNT.KEY_WOW64_64KEY));
    }

    /**
     * Returns the time of the computer's start with that of its last shutdown. By default Windows stores its kernel at
     * a shutdown and goes on with it, so that the time of the start alone stays the same for weeks.
     */
    static String start() {
        return known(WindowsIdentity::bootTime)
                + known(() -> Arrays.toString(Advapi32Util.registryGetBinaryValue(
                        HKEY_LOCAL_MACHINE, "SYSTEM\\CurrentControlSet\\Control\\Windows", "ShutdownTime")));
    }

    /** Returns the time of the start by the clock of that moment. Windows moves it when the clock is set. */
    private static String bootTime() {
        Memory times = new Memory(TIMES);
        int status = Function.getFunction("ntdll", "NtQuerySystemInformation")
                .invokeInt(new Object[] {3, times, TIMES, null});
        return status == 0 ? "" + (times.getLong(0) - times.getLong(32)) : "";
    }

    /**
     * Returns the serial number of a file's volume and the index of the file, also if another program holds it. Empty
     * on FAT, where a file may get another index.
     */
    static String fileIndex(Path file) {
        return known(() -> {
            if (!Files.getFileStore(file).type().equals("NTFS")) {
                return "";
            }
            Kernel32 kernel = Kernel32.INSTANCE;
            WinNT.HANDLE handle = kernel.CreateFile("\\\\?\\" + file, 0, 0, null, WinNT.OPEN_EXISTING, 0, null);
            Memory id = new Memory(FILE_ID);
            boolean isKnown = kernel.GetFileInformationByHandleEx(handle, WinBase.FileIdInfo, id, new DWORD(FILE_ID));
            kernel.CloseHandle(handle);
            return isKnown ? Arrays.toString(id.getByteArray(0, FILE_ID)) : "";
        });
    }

    private static String known(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception | LinkageError unknown) {
            // JNA throws errors if its library is missing or blocked.
            LOG.log(Level.INFO, "Windows does not tell its identity", unknown);
            return "";
        }
    }
}
