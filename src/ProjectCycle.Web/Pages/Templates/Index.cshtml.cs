using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>A kind of cooperation with its versions.</summary>
/// <param name="Template">The current version, else the newest.</param>
/// <param name="IsOffered">New projects can choose it.</param>
/// <param name="Versions">Newest first.</param>
public sealed record TemplateCard(CycleTemplate Template, bool IsOffered, IReadOnlyList<VersionRow> Versions);

/// <summary>The cycles this installation knows, each with its versions, their state and how many projects are pinned to them.</summary>
[Authorize(Policy = "template.view")]
public sealed class IndexModel(TemplateVersions versions) : PageModel
{
    public IReadOnlyList<TemplateCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await versions.ListAsync(null, cancellation);
        Cards = [.. rows.GroupBy(row => row.Template.Id).Select(group =>
        {
            var current = group.FirstOrDefault(row => row.State == VersionState.Current);
            return new TemplateCard((current ?? group.First()).Template, current is not null, [.. group]);
        })];
    }
}
