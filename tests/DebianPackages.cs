namespace Modular.Tests;

/// <summary>How the tests install what they need, as root on Debian and its kin: several of them may want something at once, and apt-get takes one.</summary>
internal static class DebianPackages
{
    private static readonly string Lock = Path.Combine(Path.GetTempPath(), "modular-tests-apt.lock");

    /// <summary>A command of apt-get as it is run: after those of other tests.</summary>
    public static (string Program, string[] Arguments) InTurn(params string[] arguments) => ("flock", [Lock, "apt-get", .. arguments]);

    public static string[] Update() => ["-q", "-o", "DPkg::Lock::Timeout=120", "update"];

    /// <summary>Somebody else's installation may hold the lock: it is waited for.</summary>
    public static string[] Install(string package) => ["-q", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends", package];
}
