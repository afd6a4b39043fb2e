using System.Collections.Concurrent;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Reports;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;
using Modular.Forms;

namespace Modular.Sites;

/// <summary>One checked version of a site: immutable, so that a request finishes on the version it began with.</summary>
public sealed record LoadedSite
{
    private readonly ConcurrentDictionary<string, FormPlan> _plans = new();

    public required SiteDefinition Definition { get; init; }

    /// <summary>By form identifier: situation, contact, closing, danger.</summary>
    public required IReadOnlyDictionary<string, FormDefinition> Forms { get; init; }

    /// <summary>What follows from a form of this version, worked out once.</summary>
    public FormPlan Plan(string form)
    {
        var definition = Forms[form];
        if (!_plans.TryGetValue(form, out var plan) || !ReferenceEquals(plan.Form, definition) || !ReferenceEquals(plan.Site, Definition))
        {
            plan = _plans[form] = new FormPlan(Definition, definition, Nomenclature.AgeGroups);
        }

        return plan;
    }

    public required PresenceDefinition Presence { get; init; }

    public required IReadOnlyList<ReportDefinition> Reports { get; init; }

    /// <summary>Guarded: a throw is counted and comes out as <see cref="RuleFailedException"/>.</summary>
    public required SiteRules Rules { get; init; }

    /// <summary>Hash of every file of the version: what was answered under it names it.</summary>
    public required string Hash { get; init; }

    /// <summary>Its code is not on this host: what is stored is shown, and nothing is written. Whatever asks its rules is refused.</summary>
    public bool IsReadOnly { get; init; }

    public string Id => Definition.Id;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Definition.TimeZone);

    /// <summary>Today in the site's zone.</summary>
    public DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);

    public string StationName(string station) => Definition.Stations.FirstOrDefault(s => s.Id == station)?.Name ?? station;

    public string PostName(string post) => Definition.Posts.FirstOrDefault(p => p.Id == post)?.Name ?? post;
}

/// <summary>A site's rule threw: what was asked of it is refused, and the host goes on.</summary>
/// <remarks>The plugin's own exception is left behind: it may hold what a person said, and it would keep the plugin's code loaded.</remarks>
/// <param name="cause">Name of the exception's type.</param>
public sealed class RuleFailedException(string site, string rule, string cause) : Exception($"The rule {rule} of {site} failed ({cause}).")
{
    public string Site => site;
}
