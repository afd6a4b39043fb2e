namespace Modular.Contracts.Sites;

/// <summary>
/// What <c>site.json</c> says of a site: who employs the workers, where they sit, which codes they use and which limits they keep.
/// </summary>
/// <remarks>
/// Read by the host from the plugin's folder; never built by a plugin. Every list keeps the order of the file. The keys of the file are
/// the members' names in camelCase. Errors of the file are reported as <c>file:line:column: sentence</c> and refuse the version.
/// </remarks>
/// <example>
/// <code>
/// {
///   "id": "haute-marne", "name": "Haute-Marne", "version": "1.0.0", "host": "&gt;=1.0 &lt;2.0",
///   "timeZone": "Europe/Paris", "holidays": "metropole",
///   "employer": { "name": "ADAJ", "quality": "association" },
///   "stations": [ { "id": "chaumont", "name": "Commissariat de Chaumont", "force": "police", "commune": "Chaumont" } ],
///   "posts": [ { "id": "poste-2", "stations": ["chaumont"] } ]
/// }
/// </code>
/// </example>
public sealed record SiteDefinition
{
    /// <summary>The site's identifier in addresses, commands and data: lower-case letters, digits and hyphens, 2 to 40 of them. It never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The site's name as people read it, at most 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's version, three numbers: <c>1.0.0</c>. A report says under which version it was made.</summary>
    public required string Version { get; init; }

    /// <summary>The host versions it accepts, comparisons separated by spaces: <c>&gt;=1.0 &lt;2.0</c>. A host outside the range refuses the plugin.</summary>
    public required string Host { get; init; }

    /// <summary>IANA name of the zone in which its dates and hours are meant. Default: <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>Which public holidays close its stations. Default: <see cref="HolidayTerritory.Metropole"/>.</summary>
    public HolidayTerritory Holidays { get; init; } = HolidayTerritory.Metropole;

    /// <summary>Who employs the workers.</summary>
    public required Employer Employer { get; init; }

    /// <summary>The convention under which the site works, or null when there is none.</summary>
    public Convention? Convention { get; init; }

    /// <summary>The police and gendarmerie stations where people are received. At least one.</summary>
    public required IReadOnlyList<Station> Stations { get; init; }

    /// <summary>The posts: one post is one person's work. At least one.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>Who pays, and what share. Shares never add up to more than 100.</summary>
    public IReadOnlyList<Funder> Funders { get; init; } = [];

    /// <summary>What a funder pays in percent: its share, or what the shares of the others leave; null when it is not known.</summary>
    /// <param name="funder">One of <see cref="Funders"/>.</param>
    public decimal? ShareOf(Funder funder) => funder.Remainder ? 100 - Funders.Sum(other => other.Share ?? 0) : funder.Share;

    /// <summary>The code lists that forms name, by their name (<c>problem</c>, <c>referral_mode</c>, …).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Code>> Codes { get; init; } = new Dictionary<string, IReadOnlyList<Code>>();

    /// <summary>
    /// The codes of the list <c>problem</c> that count as <em>violences intrafamiliales</em>. VIF is computed from them, never typed.
    /// </summary>
    public IReadOnlyList<string> Vif { get; init; } = [];

    /// <summary>The site's limits.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Published numbers that reports compare the site with, by their name, each with its source.</summary>
    public IReadOnlyDictionary<string, ReferenceFigure> References { get; init; } = new Dictionary<string, ReferenceFigure>();

    /// <summary>How an appointment is made, a sentence shown to workers and printed on the visiting card; null when nothing is said.</summary>
    public string? Appointments { get; init; }

    /// <summary>
    /// True when the employer may hold data on offences (article 46 of the loi Informatique et Libertés). Default: true for a département, a town
    /// or an intercommunality; an association has to say so. Where it is false, fields marked <c>"offence": true</c> do not exist.
    /// </summary>
    public bool HoldsOffenceData { get; init; }

    /// <summary>
    /// File name of the assembly that holds the site's <see cref="Rules.SiteRules"/>, looked for in the plugin's folder, then in its <c>bin</c>;
    /// null for a site of data alone. Example: <c>HauteMarne.dll</c>.
    /// </summary>
    public string? Assembly { get; init; }
}

/// <summary>The employer of a site's workers.</summary>
/// <param name="Name">Its name as reports print it.</param>
/// <param name="Quality">Its legal quality: it decides which data the site may hold.</param>
public sealed record Employer(string Name, EmployerQuality Quality);

/// <summary>The legal quality of an employer, as <c>site.json</c> spells it in snake_case.</summary>
public enum EmployerQuality
{
    /// <summary><c>departement</c>: a conseil départemental.</summary>
    Departement,

    /// <summary><c>commune</c>: a town.</summary>
    Commune,

    /// <summary><c>intercommunalite</c>: a grouping of towns.</summary>
    Intercommunalite,

    /// <summary><c>association</c>: an association; it holds data on offences only if the site says so.</summary>
    Association,

    /// <summary><c>etat</c>: a service of the State.</summary>
    Etat,
}

/// <summary>The public holidays that apply, by territory, as <c>site.json</c> spells them in snake_case.</summary>
public enum HolidayTerritory
{
    /// <summary><c>metropole</c>: the eleven holidays of article L3133-1 of the code du travail.</summary>
    Metropole,

    /// <summary><c>alsace_moselle</c>: those, with Good Friday and 26 December.</summary>
    AlsaceMoselle,

    /// <summary><c>guadeloupe</c>: those of the metropole, with 27 May.</summary>
    Guadeloupe,

    /// <summary><c>guyane</c>: those of the metropole, with 10 June.</summary>
    Guyane,

    /// <summary><c>martinique</c>: those of the metropole, with 22 May.</summary>
    Martinique,

    /// <summary><c>la_reunion</c>: those of the metropole, with 20 December.</summary>
    LaReunion,

    /// <summary><c>mayotte</c>: those of the metropole, with 27 April.</summary>
    Mayotte,
}

/// <summary>A convention between the parties that pay for a site and run it.</summary>
/// <param name="Parties">Who signed it.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null when it has no end.</param>
public sealed record Convention(IReadOnlyList<string> Parties, DateOnly From, DateOnly? To);

/// <summary>A place where people are received.</summary>
/// <param name="Id">Identifier, unique in the site: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Its name as people read it.</param>
/// <param name="Force">Police or gendarmerie.</param>
/// <param name="Commune">The town where it is, or null.</param>
public sealed record Station(string Id, string Name, Force Force, string? Commune = null);

/// <summary>The two forces that receive workers.</summary>
public enum Force
{
    /// <summary><c>police</c>: a commissariat.</summary>
    Police,

    /// <summary><c>gendarmerie</c>: a brigade.</summary>
    Gendarmerie,
}

/// <summary>One person's work. A post is never in two places at once.</summary>
/// <param name="Id">Identifier, unique in the site.</param>
/// <param name="Name">Its name as people read it; never the name of a person.</param>
/// <param name="Stations">Identifiers of the stations it serves. At least one.</param>
/// <param name="Training">The worker's training as people read it (<c>psychologue</c>, <c>assistante sociale</c>, …), or null.</param>
/// <param name="FullTimeEquivalent">How much of a full-time job it is; 1 by default.</param>
/// <param name="Authority">Under whose authority the worker is on the spot, when it is not the employer's (<c>commissaire de Pantin</c>), or null.</param>
public sealed record Post(
    string Id, string Name, IReadOnlyList<string> Stations, string? Training = null, decimal FullTimeEquivalent = 1m, string? Authority = null);

/// <summary>An authority that pays.</summary>
/// <param name="Id">Identifier, unique in the site.</param>
/// <param name="Name">Its name as reports print it.</param>
/// <param name="Share">
/// Its share of the cost in percent, 0 to 100; null for the one that pays what is left (<c>"share": "remainder"</c>; one at most), or when no
/// source gives it (the key is absent).
/// </param>
/// <param name="Remainder">True for the one that pays what is left.</param>
public sealed record Funder(string Id, string Name, decimal? Share, bool Remainder = false);

/// <summary>One code of a list.</summary>
/// <param name="Value">The code: lower-case letters, digits and underscores. Stable: it is what is stored. The key is <c>code</c>.</param>
/// <param name="Label">What people read.</param>
/// <param name="Core">
/// The key of the common core it counts as in the network's report. Required in the list <c>problem</c> (by default the code itself, when it is
/// a core key); null elsewhere.
/// </param>
/// <param name="Hint">A line that helps to choose it, or null.</param>
/// <param name="Retired">True when it can no longer be chosen; what was answered with it stays readable.</param>
public sealed record Code(string Value, string Label, string? Core = null, string? Hint = null, bool Retired = false);

/// <summary>The limits a site sets itself.</summary>
public sealed record Limits
{
    /// <summary>Days from referral to first contact, after which the situation is in the daily list. Default: 7.</summary>
    public int FirstContactDays { get; init; } = 7;

    /// <summary>Days from referral after which an open situation asks what to do with it. Default: 90.</summary>
    public int OpenDays { get; init; } = 90;

    /// <summary>The smallest count that leaves the team; counts from 1 to one less are hidden. Default: 5, and never less.</summary>
    public int SmallestCell { get; init; } = 5;
}

/// <summary>A published number that a report sets beside the site's own.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Label">What people read.</param>
/// <param name="Source">Who published it, and when.</param>
public sealed record ReferenceFigure(decimal Value, string Unit, string Label, string Source);
