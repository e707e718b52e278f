// The launcher for Windows. It runs Java in its own process, so that there is one window, one process and one place on the
// taskbar. The folders of the program:
//
//   bin\Forecourt.exe      this launcher. Java's library looks for a Java in the folder above this one and in jre there.
//   bin\Forecourt.options  what Java is given before the user's arguments, one a line; paths begin at the folder above
//   app, runtime           the jars and Java
//
// The manifest lets Windows give and take names of files as UTF-8, so that all letters are possible in a path.

#include <stdio.h>
#include <string.h>
#include <windows.h>

#define OPTIONS "bin\\Forecourt.options"
#define MOST 200

// Java's library, as its sources declare it.
typedef int Launch(int argc, char **argv, int javaArgc, const char **javaArgv, int classPathCount, const char **classPath,
                   const char *fullVersion, const char *dotVersion, const char *program, const char *launcher,
                   unsigned char javaArgs, unsigned char wildcards, unsigned char withoutConsole, int ergonomics);

// The standard library would replace * and ? in arguments.
int _CRT_glob = 0;

static wchar_t root[32768];
// The installer asks an open program to quit, and would wait for an answer to a message.
static BOOL quiet;

// Shows a text in the language of Windows, with its part %ls replaced.
static int show(const wchar_t *const texts[4], const wchar_t *part, UINT icon) {
    static const WORD languages[] = {LANG_ENGLISH, LANG_DUTCH, LANG_GERMAN, LANG_FRENCH};
    static wchar_t text[33000];
    int language = 3;
    while (language > 0 && languages[language] != PRIMARYLANGID(GetUserDefaultUILanguage())) language--;
    swprintf(text, sizeof text / sizeof *text, texts[language], part);
    MessageBoxW(NULL, text, L"Forecourt", icon);
    return 2;
}

static int missing(const char *name) {
    static const wchar_t *const texts[] = {
        L"Forecourt can't start, because %ls is missing or can't be read. Start Forecourt from the start menu. If that does not "
        L"help, install it again. Your cars stay.",
        L"Forecourt kan niet starten, omdat %ls ontbreekt of niet te lezen is. Start Forecourt vanuit het startmenu. Helpt dat "
        L"niet, installeer het dan opnieuw. Uw auto's blijven bewaard.",
        L"Forecourt kann nicht starten, weil %ls fehlt oder nicht lesbar ist. Starten Sie Forecourt aus dem Startmen\u00fc. Wenn "
        L"das nicht hilft, installieren Sie es noch einmal. Ihre Autos bleiben erhalten.",
        L"Forecourt ne peut pas d\u00e9marrer, car %ls manque ou est illisible. Lancez Forecourt depuis le menu D\u00e9marrer. "
        L"Sinon, installez-le \u00e0 nouveau. Vos voitures restent.",
    };
    wchar_t path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%hs", name);
    return quiet ? 2 : show(texts, path, MB_ICONERROR);
}

// The installer calls this when the user removes the program.
static int tellWhereCarsAre(void) {
    static const wchar_t *const texts[] = {
        L"Forecourt is being removed. Your cars and settings stay in %ls. Delete this folder if you need them no more.",
        L"Forecourt wordt verwijderd. Uw auto's en instellingen blijven in %ls. Verwijder deze map als u ze niet meer nodig hebt.",
        L"Forecourt wird entfernt. Ihre Autos und Einstellungen bleiben in %ls. L\u00f6schen Sie diesen Ordner, wenn Sie sie nicht "
        L"mehr brauchen.",
        L"Forecourt est en cours de suppression. Vos voitures et r\u00e9glages restent dans %ls. Supprimez ce dossier si vous n'en "
        L"avez plus besoin.",
    };
    wchar_t home[MAX_PATH];
    ExpandEnvironmentStringsW(L"%LOCALAPPDATA%\\Forecourt", home, MAX_PATH);
    show(texts, home, MB_ICONINFORMATION);
    return 0;
}

// Gives a jar the times that all jars had in the training, and returns whether it is there. Java refuses its cache when the
// time of a jar differs, and an installer keeps times to two seconds only, in local time.
static BOOL setTimes(const char *jar) {
    static const FILETIME trained = {0, 0x01dc0000}; // a day of 2025
    FILETIME created, written;
    HANDLE file = CreateFileA(jar, FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    BOOL same = GetFileTime(file, &created, NULL, &written) && CompareFileTime(&created, &trained) == 0 &&
                CompareFileTime(&written, &trained) == 0;
    CloseHandle(file);
    // Where that fails, as in a folder that can't be written, the program starts without its cache.
    if (!same) {
        file = CreateFileA(jar, FILE_WRITE_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                           OPEN_EXISTING, 0, NULL);
        SetFileTime(file, &trained, NULL, &trained);
        CloseHandle(file);
    }
    return TRUE;
}

// Lets a text for standard output appear in the console that the program was started from. All other starts leave the console
// alone, because closing a console ends its programs.
static void useConsole(void) {
    if (GetStdHandle(STD_OUTPUT_HANDLE) == NULL && AttachConsole(ATTACH_PARENT_PROCESS)) {
        SetStdHandle(STD_OUTPUT_HANDLE, CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL));
    }
}

int main(int argc, char **argv) {
    static char options[65536];
    static wchar_t path[32768];
    char *arguments[MOST];
    int count = 0;

    // The folder above that of the exe.
    GetModuleFileNameW(NULL, root, sizeof root / sizeof *root);
    for (int level = 0; level < 2; level++) {
        wchar_t *last = wcsrchr(root, L'\\');
        if (last != NULL) *last = 0;
    }
    if (argc == 2 && strcmp(argv[1], "--removed") == 0) return tellWhereCarsAre();
    quiet = argc == 2 && strcmp(argv[1], "--quit") == 0;
    SetCurrentDirectoryW(root);

    // Libraries come from Java's folder or from Windows, never from PATH or from where the user is.
    swprintf(path, sizeof path / sizeof *path, L"%ls\\runtime\\bin", root);
    SetDllDirectoryW(path);
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_USER_DIRS | LOAD_LIBRARY_SEARCH_SYSTEM32);

    FILE *file = fopen(OPTIONS, "rb");
    if (file == NULL) return missing(OPTIONS);
    size_t length = fread(options, 1, sizeof options - 1, file);
    fclose(file);
    options[length] = 0;
    arguments[count++] = argv[0];
    for (char *line = strtok(options, "\r\n"); line != NULL && count < MOST; line = strtok(NULL, "\r\n")) {
        if (strcmp(arguments[count - 1], "-cp") == 0) {
            char jars[sizeof options];
            strcpy(jars, line);
            for (char *jar = jars, *next; jar != NULL; jar = next) {
                if ((next = strchr(jar, ';')) != NULL) *next++ = 0;
                if (!setTimes(jar)) return missing(jar);
            }
        }
        arguments[count++] = line;
    }
    for (int given = 1; given < argc && count < MOST; given++) {
        if (strcmp(argv[given], "--version") == 0) useConsole();
        arguments[count++] = argv[given];
    }

    wcscat(path, L"\\jli.dll");
    HMODULE jli = LoadLibraryW(path);
    Launch *launch = jli == NULL ? NULL : (Launch *)(void *)GetProcAddress(jli, "JLI_Launch");
    if (launch == NULL) return missing("runtime\\bin\\jli.dll");
    return launch(count, arguments, 0, NULL, 0, NULL, "", "", "Forecourt", "Forecourt", FALSE, FALSE, !quiet, 0);
}
