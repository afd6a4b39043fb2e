using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>Stations, posts, funders and the host version.</summary>
internal sealed class SiteDefinitionCheck : StaticCheck
{
    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        if (!HostVersionRange.Accepts(site.Host, HostVersionRange.Current))
        {
            parsed.Fault(site, "host", $"The plugin wants a host {site.Host}; this one is {HostVersionRange.Current}.");
        }

        DuplicateCheck.Run(parsed, site.Stations, station => station.Id, station => $"There is another station named \"{station.Id}\".");
        DuplicateCheck.Run(parsed, site.Posts, post => post.Id, post => $"There is another post named \"{post.Id}\".");
        DuplicateCheck.Run(parsed, site.Funders, funder => funder.Id, funder => $"There is another funder named \"{funder.Id}\".");
        Posts(parsed, site);
        Shares(parsed, site);
    }

    private static void Posts(ParsedSite parsed, SiteDefinition site)
    {
        var stations = site.Stations.Select(station => station.Id).ToList();
        foreach (var post in site.Posts)
        {
            foreach (var (index, unknown) in post.Stations.Index().Where(station => !stations.Contains(station.Item)))
            {
                parsed.Fault(post, "stations", $"There is no station \"{unknown}\".{NameSuggestion.Hint(unknown, stations)}", index);
            }
        }
    }

    private static void Shares(ParsedSite parsed, SiteDefinition site)
    {
        foreach (var second in site.Funders.Where(funder => funder.Remainder).Skip(1))
        {
            parsed.Fault(second, "share", $"Only one funder pays what is left.");
        }

        var sum = 0m;
        foreach (var funder in site.Funders)
        {
            sum += funder.Share ?? 0;
            if (sum > 100)
            {
                parsed.Fault(funder, "share", $"With this one the shares add up to {sum} %: more than 100.");
                return;
            }
        }
    }
}
