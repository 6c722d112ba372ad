using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>Books a payment of the donor. A lost race keeps what was typed beside what is left to pay now.</summary>
[Authorize(Policy = "money.payment.book")]
public sealed class WithdrawalPaymentModel(ProjectPage projects, CurrentUser me, WithdrawalSheets sheets, BookPayment book, Texts texts)
    : OneWithdrawalModel(projects, me, sheets)
{
    [BindProperty]
    public PaymentInput Input { get; set; } = new();

    /// <summary>The application's version when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public override string? Title => texts["withdrawal.payment.new"];

    /// <summary>The account is kept in another currency than is paid.</summary>
    public bool AsksCharged => Application.CurrencyCode != Sheet.Financing.CurrencyCode;

    public bool AsksRupiah => !BookPayment.IsInRupiah(Application.Currency, Sheet.Financing.Currency);

    public IEnumerable<SelectListItem> RateTypes => Options.Enum<RateType>(texts).Prepend(new SelectListItem(texts["form.choose"], ""));

    protected override Right EditRight => Rights.BookPayment;

    public IActionResult OnGet()
    {
        if (!MayEdit)
            return Forbid();
        Version = Application.Version;
        Input = new PaymentInput
        {
            ValueDate = View.Today,
            Parts = [.. Sheet.Categories.Select(c => new PaymentPart { CategoryId = c.Sum.CategoryId })],
            Rupiah = new BookedRateInput { Type = RateType.BiMiddle, On = View.Today },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await book.HandleAsync(WithdrawalId, Input, Version, cancellation);
        if (outcome.Succeeded || this.Turned(outcome) is not null)
            return Answer(outcome, "withdrawal.payment.done", texts);
        ModelState.Add(outcome.Refusals, texts, nameof(Input));
        if (outcome.LostRace())
        {
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Version));
            Version = Application.Version;
        }
        return Page();
    }
}
