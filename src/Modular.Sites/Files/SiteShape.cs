using Modular.Contracts.Sites;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.Key;

namespace Modular.Sites.Files;

/// <summary><c>site.json</c>.</summary>
internal static class SiteShape
{
    private static readonly Key<string> Id = Required(
        "id", new TextShape(40, "^[a-z0-9][a-z0-9-]{1,39}$", $"a site's identifier has 2 to 40 lower-case letters, digits and hyphens"),
        "The site's identifier in addresses and data. It never changes.");
    private static readonly Key<string> Name = Required("name", Value.Text(60), "The site's name as people read it.");
    private static readonly Key<string> Version = Required(
        "version", new TextShape(20, "^[0-9]+[.][0-9]+[.][0-9]+$", $"a version has three numbers, such as 1.0.0"),
        "The plugin's version: reports say under which one they were made.");
    private static readonly Key<string> Host = Required(
        "host", new TextShape(60, HostRange.Pattern, $"a range of host versions is written >=1.0 <2.0"), "The host versions it accepts.");
    private static readonly Key<string> TimeZone = Optional(
        "timeZone", Value.Zone, "Europe/Paris", "IANA name of the zone in which its dates and hours are meant.");
    private static readonly Key<HolidayTerritory> Holidays = Optional(
        "holidays", Value.Word<HolidayTerritory>(), HolidayTerritory.Metropole, "Which public holidays close its stations.");
    private static readonly Key<Employer> EmployerKey = Required("employer", Employer());
    private static readonly Key<Convention?> ConventionKey = Maybe("convention", Convention());
    private static readonly Key<IReadOnlyList<Station>> Stations = Required("stations", Value.SomeOf(Station()), "Where people are received.");
    private static readonly Key<IReadOnlyList<Post>> Posts = Required("posts", Value.SomeOf(Post()), "One post is one person's work.");
    private static readonly Key<IReadOnlyList<Funder>> Funders = Optional("funders", Value.ListOf(FunderShape.Shape), [], "Who pays, and what share.");
    private static readonly Key<IReadOnlyDictionary<string, IReadOnlyList<Code>>> Codes = Optional(
        "codes", new MapShape<IReadOnlyList<Code>>(Value.Name, Value.SomeOf(CodeShape())), new Dictionary<string, IReadOnlyList<Code>>(),
        "The code lists that forms name.");
    private static readonly Key<IReadOnlyList<string>> Vif = Optional(
        "vif", Value.ListOf(Value.Name), [], "The codes of the list problem that count as violences intrafamiliales.");
    private static readonly Key<Limits> LimitsKey = Optional("limits", LimitsShape(), new Limits());
    private static readonly Key<IReadOnlyDictionary<string, ReferenceFigure>> References = Optional(
        "references", new MapShape<ReferenceFigure>(Value.Name, Reference()), new Dictionary<string, ReferenceFigure>(),
        "Published numbers that reports compare the site with.");
    private static readonly Key<string?> Appointments = Maybe("appointments", Value.Text(300), "How an appointment is made.");
    private static readonly Key<bool?> HoldsOffenceData = MaybeValue(
        "holdsOffenceData", Value.Flag, "Whether the employer may hold data on offences. Default: by its quality.");
    private static readonly Key<string?> Assembly = Maybe(
        "assembly",
        new TextShape(
            100, "^[A-Za-z0-9_][A-Za-z0-9_.-]*[.]dll$", $"the assembly is a file name such as Loire.dll, looked for in the plugin's folder and its bin"),
        "File name of the assembly with the site's rules.");

    public static readonly ObjectShape<SiteDefinition> Shape = new(
        [
            Id, Name, Version, Host, TimeZone, Holidays, EmployerKey, ConventionKey, Stations, Posts, Funders, Codes, Vif, LimitsKey, References,
            Appointments, HoldsOffenceData, Assembly,
        ],
        site => new SiteDefinition
        {
            Id = site.Get(Id),
            Name = site.Get(Name),
            Version = site.Get(Version),
            Host = site.Get(Host),
            TimeZone = site.Get(TimeZone),
            Holidays = site.Get(Holidays),
            Employer = site.Get(EmployerKey),
            Convention = site.Get(ConventionKey),
            Stations = site.Get(Stations),
            Posts = site.Get(Posts),
            Funders = site.Get(Funders),
            Codes = site.Get(Codes).ToDictionary(list => list.Key, list => list.Key == "problem" ? Mapped(list.Value, site.Reading.Sources) : list.Value),
            Vif = site.Get(Vif),
            Limits = site.Get(LimitsKey),
            References = site.Get(References),
            Appointments = site.Get(Appointments),
            HoldsOffenceData = site.Get(HoldsOffenceData) ?? MayHoldOffenceData(site.Get(EmployerKey).Quality),
            Assembly = site.Get(Assembly),
        });

    /// <summary>Article 46 of the loi Informatique et Libertés: collectivités may; anybody else says so in the file.</summary>
    private static bool MayHoldOffenceData(EmployerQuality quality) =>
        quality is EmployerQuality.Departement or EmployerQuality.Commune or EmployerQuality.Intercommunalite;

    /// <summary>A problem that has the name of a core key is mapped to it.</summary>
    private static IReadOnlyList<Code> Mapped(IReadOnlyList<Code> problems, SourceMap sources) =>
        [
            .. problems.Select(problem => problem.Core is null && Nomenclature.IsProblem(problem.Value)
                ? sources.Same(problem, problem with { Core = problem.Value })
                : problem),
        ];

    private static ObjectShape<Employer> Employer()
    {
        var (name, quality) = (
            Required("name", Value.Text(120)),
            Required("quality", Value.Word<EmployerQuality>(), "Its legal quality: it decides which data the site may hold."));
        return new([name, quality], employer => new Employer(employer.Get(name), employer.Get(quality)));
    }

    private static ObjectShape<Convention> Convention()
    {
        var (parties, from, to) = (Required("parties", Value.SomeOf(Value.Text(120))), Required("from", Value.Day), MaybeValue("to", Value.Day));
        return new([parties, from, to], convention =>
        {
            if (convention.Get(to) < convention.Get(from))
            {
                convention.Reading.Note(convention.At(to), $"The convention ends before it begins.");
            }

            return new Convention(convention.Get(parties), convention.Get(from), convention.Get(to));
        });
    }

    private static ObjectShape<Station> Station()
    {
        var (id, name) = (Required("id", Value.Identifier), Required("name", Value.Text(80)));
        var (force, commune) = (Required("force", Value.Word<Force>()), Maybe("commune", Value.Text(80)));
        return new([id, name, force, commune], station => new Station(station.Get(id), station.Get(name), station.Get(force), station.Get(commune)));
    }

    private static ObjectShape<Post> Post()
    {
        var (id, name, stations) = (
            Required("id", Value.Identifier), Maybe("name", Value.Text(80), "As people read it; never the name of a person."),
            Required("stations", Value.SomeOf(Value.Identifier)));
        var (training, full) = (Maybe("training", Value.Text(60)), Optional("fullTimeEquivalent", new NumberShape(0, 1), 1m));
        var authority = Maybe("authority", Value.Text(80), "Under whose authority the worker is on the spot, when it is not the employer's.");
        return new([id, name, stations, training, full, authority], post =>
            new Post(post.Get(id), post.Get(name) ?? post.Get(id), post.Get(stations), post.Get(training), post.Get(full), post.Get(authority)));
    }

    public static ObjectShape<Code> CodeShape()
    {
        var (code, label) = (Required("code", Value.Name), Required("label", Value.Text(120)));
        var (core, hint, retired) = (
            Maybe("core", Value.Name, "The key of the common core; by default the code itself."), Maybe("hint", Value.Text(300)),
            Optional("retired", Value.Flag, false));
        return new(
            [code, label, core, hint, retired], read => new Code(read.Get(code), read.Get(label), read.Get(core), read.Get(hint), read.Get(retired)), "code");
    }

    private static ObjectShape<Limits> LimitsShape()
    {
        var standard = new Limits();
        var contact = Optional("firstContactDays", new WholeShape(0, 365), standard.FirstContactDays);
        var open = Optional("openDays", new WholeShape(1, 3650), standard.OpenDays);
        var cell = Optional("smallestCell", new WholeShape(standard.SmallestCell, 100), standard.SmallestCell);
        return new(
            [contact, open, cell],
            limits => new Limits { FirstContactDays = limits.Get(contact), OpenDays = limits.Get(open), SmallestCell = limits.Get(cell) });
    }

    private static ObjectShape<ReferenceFigure> Reference()
    {
        var (value, unit) = (Required("value", new NumberShape(-1_000_000_000, 1_000_000_000)), Required("unit", Value.Text(60)));
        var (label, source) = (Required("label", Value.Text(200)), Required("source", Value.Text(300), "Who published it, and when."));
        return new([value, unit, label, source], figure => new ReferenceFigure(figure.Get(value), figure.Get(unit), figure.Get(label), figure.Get(source)));
    }
}
