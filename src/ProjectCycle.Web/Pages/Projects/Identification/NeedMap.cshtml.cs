using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>What the region needs and can offer, what matters most first.</summary>
public sealed class NeedMapModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.NeedMap;
    public IReadOnlyList<NeedMapEntry> Entries { get; private set; } = [];
    public bool MayExport => May(Rights.ExportProjects);

    /// <summary>The two things that make the map complete, in the order of <see cref="MapKind"/>.</summary>
    public IEnumerable<(MapKind Kind, bool IsMet)> Asked =>
        Enum.GetValues<MapKind>().Select(kind => (kind, Entries.Any(entry => entry.Kind == kind && entry.IsProven)));

    public async Task OnGetAsync(CancellationToken cancellation) => Entries = await queries.NeedMapAsync(Project.Id, cancellation);

    /// <summary>What a row says besides its own cells; blank ones are left out.</summary>
    public static IEnumerable<(string Label, string Text)> More(NeedMapEntry entry, Texts texts) => new[]
    {
        (texts["need-map.Problem"], entry.Problem),
        (texts["need-map.OwnStrength"], entry.OwnStrength),
        (texts["need-map.OwnWeakness"], entry.OwnWeakness),
        (texts["need-map.Offered"], entry.Offered),
        (texts["need-map.OtherActors"], entry.OtherActors),
        (texts["need-map.PlanLink"], entry.PlanLink),
    }.Where(line => line.Item2 != "");

    /// <summary>What is sought, in words.</summary>
    public static string Words(Wants wants, Texts texts) =>
        string.Join(", ", Enum.GetValues<Wants>().Where(one => one != Wants.None && wants.HasFlag(one)).Select(texts.Enum));
}
