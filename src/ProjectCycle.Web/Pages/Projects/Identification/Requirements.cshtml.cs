using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>A point as the form sends it.</summary>
public sealed class RequirementForm
{
    public string PointCode { get; set; } = "";
    public RequirementState Answer { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>What the rules ask of the project, point by point: one form for the whole list.</summary>
public sealed class RequirementsModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries, AnswerRequirements answers, Texts texts) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Requirements;
    public RequirementSheet Sheet { get; private set; } = null!;

    /// <summary>One for each line of the sheet, in its order.</summary>
    public List<RequirementForm> Points { get; private set; } = [];

    public int Met => Sheet.Lines.Count(line => line.Answer?.Answer == RequirementState.Met);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Points = [.. Sheet.Lines.Select(FormOf)];
    }

    public async Task<IActionResult> OnPostAsync(List<RequirementForm> points, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var saved = await answers.SaveAsync(Project.Code, [.. points.Select(p => new RequirementInput(p.PointCode, p.Answer, p.Note, p.Version))], cancellation);
            if (saved.Succeeded)
                return Answer(saved, "work.saved", texts);
            if (this.Turned(saved) is { } turned)
                return turned;
            foreach (var refusal in saved.Refusals)
                ModelState.AddModelError(refusal.Field is null ? "" : $"points{refusal.Field}", texts.Word(refusal));
        }
        await LoadAsync(cancellation);
        var sent = points.ToLookup(point => point.PointCode);
        Points = [.. Sheet.Lines.Select(line => Kept(sent[line.Point.Code].FirstOrDefault(), line))];
        return Page();
    }

    public async Task<IActionResult> OnPostChooseAsync(string list, CancellationToken cancellation) =>
        Answer(await answers.ChooseAsync(Project.Code, list ?? "", cancellation), "work.saved", texts);

    private async Task LoadAsync(CancellationToken cancellation) => Sheet = await queries.RequirementsAsync(Project.Id, cancellation);

    private static RequirementForm FormOf(RequirementLine line) => new()
    {
        PointCode = line.Point.Code,
        Answer = line.Answer?.Answer ?? RequirementState.Unknown,
        Note = line.Answer?.Note ?? "",
        Version = line.Answer?.Version ?? 0,
    };

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private static RequirementForm Kept(RequirementForm? sent, RequirementLine line)
    {
        if (sent is null)
            return FormOf(line);
        sent.Version = line.Answer?.Version ?? 0;
        return sent;
    }
}
