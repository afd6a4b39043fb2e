using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>Stations, posts, funders and the host version.</summary>
internal sealed class DefinitionCheck : StaticCheck
{
    protected override void OfSite(SiteDraft draft, SiteDefinition site)
    {
        if (!HostRange.Accepts(site.Host, HostRange.Current))
        {
            draft.Fault(site, "host", $"The plugin wants a host {site.Host}; this one is {HostRange.Current}.");
        }

        DuplicateCheck.Run(draft, site.Stations, station => station.Id, station => $"There is another station named \"{station.Id}\".");
        DuplicateCheck.Run(draft, site.Posts, post => post.Id, post => $"There is another post named \"{post.Id}\".");
        DuplicateCheck.Run(draft, site.Funders, funder => funder.Id, funder => $"There is another funder named \"{funder.Id}\".");
        Posts(draft, site);
        Shares(draft, site);
    }

    private static void Posts(SiteDraft draft, SiteDefinition site)
    {
        var stations = site.Stations.Select(station => station.Id).ToList();
        foreach (var post in site.Posts)
        {
            foreach (var (index, unknown) in post.Stations.Index().Where(station => !stations.Contains(station.Item)))
            {
                draft.Fault(post, "stations", $"There is no station \"{unknown}\".{Nearest.Hint(unknown, stations)}", index);
            }
        }
    }

    private static void Shares(SiteDraft draft, SiteDefinition site)
    {
        foreach (var second in site.Funders.Where(funder => funder.Remainder).Skip(1))
        {
            draft.Fault(second, "share", $"Only one funder pays what is left.");
        }

        var sum = 0m;
        foreach (var funder in site.Funders)
        {
            sum += funder.Share ?? 0;
            if (sum > 100)
            {
                draft.Fault(funder, "share", $"With this one the shares add up to {sum} %: more than 100.");
                return;
            }
        }
    }
}
