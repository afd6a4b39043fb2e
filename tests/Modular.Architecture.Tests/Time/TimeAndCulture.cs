using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Assemblies;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Time;

/// <summary>Time is TimeProvider, days are DateOnly, zones are named, and culture is explicit.</summary>
internal static partial class TimeAndCulture
{
    private static readonly HashSet<MemberUse> MachineTime =
    [
        new("System.DateTime", "get_Now"), new("System.DateTime", "get_UtcNow"), new("System.DateTime", "get_Today"),
        new("System.DateTimeOffset", "get_Now"), new("System.DateTimeOffset", "get_UtcNow"),
        new("System.TimeZoneInfo", "get_Local"), new("System.DateTime", "ToLocalTime"), new("System.DateTimeOffset", "ToLocalTime"),
        new("System.Environment", "get_TickCount"), new("System.Environment", "get_TickCount64"),
    ];

    private static readonly HashSet<MemberUse> MachineCulture =
    [
        new("System.Globalization.CultureInfo", "get_CurrentCulture"), new("System.Globalization.CultureInfo", "get_CurrentUICulture"),
        new("System.Globalization.CultureInfo", "get_InstalledUICulture"),
        new("System.Globalization.DateTimeFormatInfo", "get_CurrentInfo"), new("System.Globalization.NumberFormatInfo", "get_CurrentInfo"),
    ];

    // Only the Host composes: it says once which clock runs, and in which culture people are answered.
    private static readonly HashSet<MemberUse> HostsChoice =
    [
        new("System.TimeProvider", "get_System"),
        new("System.Globalization.CultureInfo", "set_CurrentCulture"), new("System.Globalization.CultureInfo", "set_CurrentUICulture"),
        new("System.Globalization.CultureInfo", "set_DefaultThreadCurrentCulture"),
        new("System.Globalization.CultureInfo", "set_DefaultThreadCurrentUICulture"),
    ];

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>\w+)\.severity = error\s*$", RegexOptions.Multiline)]
    private static partial Regex Error();

    public static IEnumerable<Breach> TimeIsGiven(Repository repository) =>
        Uses(repository, MachineTime, "time is TimeProvider and zones are named: nothing reads the machine's clock or zone");

    public static IEnumerable<Breach> CultureIsGiven(Repository repository) =>
        Uses(repository, MachineCulture, "culture is explicit: fr-FR for people, invariant for data");

    public static IEnumerable<Breach> OnlyTheHostChooses(Repository repository) =>
        Uses(repository, HostsChoice, "the clock and the culture are chosen once, in the Host").Where(
            breach => !breach.Offender.StartsWith("Modular.Host ", StringComparison.Ordinal));

    public static IEnumerable<Breach> DaysAndInstantsAreTyped(Repository repository) =>
        from project in repository.Product.Concat(repository.Plugins)
        from type in repository.Assembly(project).Shown
        where type.Signatures.Contains("System.DateTime")
        select new Breach(type.FullName, "a day is a DateOnly and an instant a DateTimeOffset: a DateTime is neither");

    public static IEnumerable<Breach> CultureRulesAreErrors(Repository repository)
    {
        var errors = Error().Matches(File.ReadAllText(Path.Combine(repository.Root, ".editorconfig"))).Select(match => match.Groups["id"].Value).ToHashSet();
        return from rule in new[] { "CA1304", "CA1305", "CA1307", "CA1310", "RS0030" }
               where !errors.Contains(rule)
               select new Breach(rule, "a culture left to the machine, or a banned clock, breaks the build");
    }

    private static IEnumerable<Breach> Uses(Repository repository, HashSet<MemberUse> banned, string reason) =>
        from project in repository.Product.Concat(repository.Plugins)
        from member in repository.Assembly(project).Members
        where banned.Contains(member)
        select new Breach($"{project.Name} → {member.Type}.{member.Name}", reason);
}
