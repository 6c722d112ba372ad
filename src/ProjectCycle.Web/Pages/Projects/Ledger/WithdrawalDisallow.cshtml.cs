using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>What the donor does not pay of a line, and when that was settled. A lost race keeps what was typed and shows where it differs from what was saved first.</summary>
[Authorize(Policy = "money.payment.book")]
public sealed class WithdrawalDisallowModel(ProjectPage projects, CurrentUser me, WithdrawalSheets sheets, DisallowLine disallow, Texts texts, Show show)
    : OneWithdrawalModel(projects, me, sheets)
{
    [BindProperty]
    public DisallowInput Input { get; set; } = new();

    /// <summary>The application's version when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public override string? Title => texts["withdrawal.disallow"];

    public WithdrawalLineFacts? Line => Sheet.Lines.FirstOrDefault(facts => facts.Line.Id == LineId);

    /// <inheritdoc cref="WithdrawalFormModel.Differences"/>
    public IReadOnlyList<FormDifference> Differences { get; private set; } = [];

    public IEnumerable<SelectListItem> Reasons => Options.Enum<IneligibleReason>(texts).Prepend(new SelectListItem(texts["form.choose"], ""));

    protected override Right EditRight => Rights.BookPayment;

    private Guid LineId => Guid.Parse((string)RouteData.Values["line"]!);

    public IActionResult OnGet()
    {
        if (!MayEdit)
            return Forbid();
        if (Line is null)
            return NotFound();
        (Input, Version) = (Present(), Application.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (Line is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await disallow.HandleAsync(LineId, Input, Version, cancellation);
        if (outcome.Succeeded || this.Turned(outcome) is not null)
            return Answer(outcome, "work.saved", texts);
        ModelState.Add(outcome.Refusals, texts, nameof(Input));
        if (outcome.LostRace())
        {
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Version));
            Version = Application.Version;
            Differences = FormDifference.Between(Words(Present()), Words(Input));
        }
        return Page();
    }

    private DisallowInput Present()
    {
        var line = Line!.Line;
        return new DisallowInput { Amount = new Money(line.Disallowed, Application.Currency).Amount, Reason = line.DisallowedFor, Note = line.DisallowedNote, SettledOn = line.SettledOn };
    }

    private (string Label, string Value)[] Words(DisallowInput input) =>
    [
        ("withdrawal.disallowed", input.Amount?.ToString("#,0.####", System.Globalization.CultureInfo.CurrentCulture) ?? ""),
        ("withdrawal.disallowed-for", input.Reason is { } reason ? texts.Enum(reason) : ""),
        ("withdrawal.disallowed-note", input.Note),
        ("withdrawal.settled", show.Date(input.SettledOn)),
    ];
}
