using Modular.Contracts.Sites;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary><c>site.json</c>.</summary>
internal static class SiteShape
{
    private static readonly JsonKey<string> Id = Required(
        "id", new TextShape(40, "^[a-z0-9][a-z0-9-]{1,39}$", $"a site's identifier has 2 to 40 lower-case letters, digits and hyphens"),
        "The site's identifier in addresses and data. It never changes.");
    private static readonly JsonKey<string> Name = Required("name", ValueShapes.Text(60), "The site's name as people read it.");
    private static readonly JsonKey<string> Version = Required(
        "version", new TextShape(20, "^[0-9]+[.][0-9]+[.][0-9]+$", $"a version has three numbers, such as 1.0.0"),
        "The plugin's version: reports say under which one they were made.");
    private static readonly JsonKey<string> Host = Required(
        "host", new TextShape(60, HostVersionRange.Pattern, $"a range of host versions is written >=1.0 <2.0"), "The host versions it accepts.");
    private static readonly JsonKey<string> TimeZone = Optional(
        "timeZone", ValueShapes.Zone, "Europe/Paris", "IANA name of the zone in which its dates and hours are meant.");
    private static readonly JsonKey<HolidayTerritory> Holidays = Optional(
        "holidays", ValueShapes.Word<HolidayTerritory>(), HolidayTerritory.Metropole, "Which public holidays close its stations.");
    private static readonly JsonKey<Employer> EmployerKey = Required("employer", Employer());
    private static readonly JsonKey<Convention?> ConventionKey = Maybe("convention", Convention());
    private static readonly JsonKey<IReadOnlyList<Station>> Stations = Required("stations", ValueShapes.SomeOf(Station()), "Where people are received.");
    private static readonly JsonKey<IReadOnlyList<Post>> Posts = Required("posts", ValueShapes.SomeOf(Post()), "One post is one person's work.");
    private static readonly JsonKey<IReadOnlyList<Funder>> Funders = Optional(
        "funders", ValueShapes.ListOf(FunderShape.Shape), [], "Who pays, and what share.");
    private static readonly JsonKey<IReadOnlyDictionary<string, IReadOnlyList<Code>>> Codes = Optional(
        "codes", new MapShape<IReadOnlyList<Code>>(ValueShapes.Name, ValueShapes.SomeOf(CodeShape())), new Dictionary<string, IReadOnlyList<Code>>(),
        "The code lists that forms name.");
    private static readonly JsonKey<IReadOnlyList<string>> Vif = Optional(
        "vif", ValueShapes.ListOf(ValueShapes.Name), [], "The codes of the list problem that count as violences intrafamiliales.");
    private static readonly JsonKey<Limits> LimitsKey = Optional("limits", LimitsShape(), new Limits());
    private static readonly JsonKey<IReadOnlyDictionary<string, ReferenceFigure>> References = Optional(
        "references", new MapShape<ReferenceFigure>(ValueShapes.Name, Reference()), new Dictionary<string, ReferenceFigure>(),
        "Published numbers that reports compare the site with.");
    private static readonly JsonKey<string?> Appointments = Maybe("appointments", ValueShapes.Text(300), "How an appointment is made.");
    private static readonly JsonKey<bool?> HoldsOffenceData = MaybeValue(
        "holdsOffenceData", ValueShapes.Flag, "Whether the employer may hold data on offences. Default: by its quality.");
    private static readonly JsonKey<string?> Assembly = Maybe(
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
            Required("name", ValueShapes.Text(120)),
            Required("quality", ValueShapes.Word<EmployerQuality>(), "Its legal quality: it decides which data the site may hold."));
        return new([name, quality], employer => new Employer(employer.Get(name), employer.Get(quality)));
    }

    private static ObjectShape<Convention> Convention()
    {
        var parties = Required("parties", ValueShapes.SomeOf(ValueShapes.Text(120)));
        var (from, to) = (Required("from", ValueShapes.Day), MaybeValue("to", ValueShapes.Day));
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
        var (id, name) = (Required("id", ValueShapes.Identifier), Required("name", ValueShapes.Text(80)));
        var (force, commune) = (Required("force", ValueShapes.Word<Force>()), Maybe("commune", ValueShapes.Text(80)));
        return new([id, name, force, commune], station => new Station(station.Get(id), station.Get(name), station.Get(force), station.Get(commune)));
    }

    private static ObjectShape<Post> Post()
    {
        var (id, name, stations) = (
            Required("id", ValueShapes.Identifier), Maybe("name", ValueShapes.Text(80), "As people read it; never the name of a person."),
            Required("stations", ValueShapes.SomeOf(ValueShapes.Identifier)));
        var (training, full) = (Maybe("training", ValueShapes.Text(60)), Optional("fullTimeEquivalent", new NumberShape(0, 1), 1m));
        var authority = Maybe("authority", ValueShapes.Text(80), "Under whose authority the worker is on the spot, when it is not the employer's.");
        return new([id, name, stations, training, full, authority], post =>
            new Post(post.Get(id), post.Get(name) ?? post.Get(id), post.Get(stations), post.Get(training), post.Get(full), post.Get(authority)));
    }

    public static ObjectShape<Code> CodeShape()
    {
        var (code, label) = (Required("code", ValueShapes.Name), Required("label", ValueShapes.Text(120)));
        var (core, hint, retired) = (
            Maybe("core", ValueShapes.Name, "The key of the common core; by default the code itself."), Maybe("hint", ValueShapes.Text(300)),
            Optional("retired", ValueShapes.Flag, false));
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
        var (value, unit) = (Required("value", new NumberShape(-1_000_000_000, 1_000_000_000)), Required("unit", ValueShapes.Text(60)));
        var (label, source) = (Required("label", ValueShapes.Text(200)), Required("source", ValueShapes.Text(300), "Who published it, and when."));
        return new([value, unit, label, source], figure => new ReferenceFigure(figure.Get(value), figure.Get(unit), figure.Get(label), figure.Get(source)));
    }
}
