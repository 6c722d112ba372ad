using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new rating, on the scale that <c>?scale=</c> names, or one to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class RatingModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveRating save)
    : FinancingRowModel<ProjectRating, RatingInput>(projects, me, texts, rows, save)
{
    [BindProperty(SupportsGet = true, Name = "scale")]
    public RatingScale? AskedScale { get; set; }

    public override string Part => MoneyParts.Monitoring;

    public override string Here => ProjectLinks.Money(Project.Code, Part);

    public override string? Title => Texts[$"rating.{(IsNew ? "new" : "change")}", Input.Scale];

    /// <summary>What is graded.</summary>
    public IReadOnlyList<string> Criteria => RatingCriteria.Of(Input.Scale);

    protected override string Name => "rating";

    /// <summary>The grades of the scale, best first.</summary>
    public IEnumerable<SelectListItem> Grades => RatingCriteria.GradesOf(Input.Scale)
        .Select(grade => new SelectListItem(RatingWords.Grade(Texts, Input.Scale, grade), grade)).Prepend(new SelectListItem(Texts["rating.not-graded"], ""));

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        if (IsNew && HttpMethods.IsGet(Request.Method))
            Input = Input with { On = View.Today, Scale = AskedScale is { } scale && Enum.IsDefined(scale) ? scale : RatingScale.Own };
        if (!Enum.IsDefined(Input.Scale))
            Input = Input with { Scale = RatingScale.Own };
    }
}
