using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Appraisal;

/// <summary>Gathers what the appraisal document of a project says.</summary>
public sealed class AppraisalQuery(CurrentUser user, ProjectPage projects, AppraisalQueries parts, GateFactsQuery gateFacts, TimeProvider clock)
{
    /// <summary>The content, or null when the project is not there or not for this person to take out.</summary>
    /// <param name="projectCode">The project.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<AppraisalContent?> FindAsync(string projectCode, string language, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ExportProjects) || await projects.FindAsync(projectCode, cancellation) is not { } view)
            return null;
        var project = view.Project;
        var gate = await GateAheadAsync(view, cancellation);
        var stage = view.Template.State(project.State);
        return new AppraisalContent
        {
            Language = language,
            ProjectCode = project.Code,
            ProjectName = project.Name.In(language),
            Partners = [.. view.Partners.Select(p => p.Name).Distinct()],
            Unit = view.Unit.Name,
            Region = ReferenceData.RegionName(project.RegionCode),
            Template = view.Template.Name.In(language),
            Stage = stage.Name.In(language),
            PartnerStage = stage.PartnerName?.In(language) ?? "",
            Amounts = [.. project.Amounts.OrderBy(a => a.Kind).ThenBy(a => a.Currency, StringComparer.Ordinal)],
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Zone = view.Unit.Zone,
            MadeBy = user.Name,
            Summary = project.Summary,
            RpjmdAlignment = project.RpjmdAlignment,
            PartnerProgramme = project.PartnerProgramme,
            Components = await parts.ComponentsAsync(project.Id, cancellation),
            Positions = await parts.PositionsAsync(project.Id, cancellation),
            Risks = await parts.RisksAsync(project.Id, cancellation),
            Steps = await parts.StepsAsync(project.Id, cancellation),
            Drafts = await parts.DraftsAsync(project.Id, cancellation),
            NextStage = gate is null ? null : view.Template.State(gate.To!).Name.In(language),
            Conditions = gate is null ? [] : [.. gate.Conditions.Select(c => new ConditionLine(c.Condition.Text.In(language), c.IsMet))],
        };
    }

    private async Task<GateCheck?> GateAheadAsync(ProjectView view, CancellationToken cancellation)
    {
        var facts = await gateFacts.ForAsync(view.Project, view.Today, cancellation);
        return CycleMachine.For(view.Template, view.Project, facts).WayOn();
    }
}
