using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Rates;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Rates;

/// <summary>The stored exchange rates, and what an amount is worth by them. The address holds the whole view.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(RateList rates, RateBooks books, Viewer viewer, TimeProvider clock, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string From { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public RateType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Since { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>What is to be converted.</summary>
    [BindProperty(SupportsGet = true)]
    public decimal? Amount { get; set; }

    /// <summary>The currency of the amount.</summary>
    [BindProperty(SupportsGet = true)]
    public string Of { get; set; } = "EUR";

    /// <summary>The wanted currency.</summary>
    [BindProperty(SupportsGet = true)]
    public string Into { get; set; } = "IDR";

    /// <summary>The day on which it shall hold.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    /// <summary>The type of the rate it is converted by.</summary>
    [BindProperty(SupportsGet = true)]
    public RateType? By { get; set; }

    public Paged<ExchangeRate> List { get; private set; } = null!;
    public RateStock Stock { get; private set; } = null!;

    /// <summary>Null while nothing was asked.</summary>
    public Converted? Result { get; private set; }

    /// <summary>Why there is no result; null where there is one, or nothing was asked.</summary>
    public string? Fault { get; private set; }

    public bool MayEdit => me.Can(Rights.EditRates);

    public bool IsNarrowed => From != "" || To != "" || Type is not null || Since is not null || Until is not null;

    public IEnumerable<SelectListItem> Codes => Stock.Currencies.Select(code => new SelectListItem(code, code));

    public IEnumerable<SelectListItem> Types => Stock.Newest.Keys.Order().Select(type => new SelectListItem(texts.Enum(type), $"{type}"));

    /// <summary>The type that is asked for; else the one with the newest rates.</summary>
    public RateType Kind => By ?? Stock.Newest.OrderByDescending(type => type.Value).Select(type => type.Key).FirstOrDefault();

    /// <summary>The day that is asked for; else the newest of the type, and today where there is none.</summary>
    public DateOnly Day => On ?? (Stock.Newest.TryGetValue(Kind, out var newest) ? newest : viewer.Zone.Today(clock));

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Stock = await rates.StockAsync(cancellation);
        List = await rates.PageAsync(new RateFilter { FromCode = From, ToCode = To, Type = Type, From = Since, Until = Until, Page = number }, cancellation);
        if (ModelState.TryGetValue(nameof(Amount), out var typed) && typed.Errors.Count > 0)
            Fault = typed.Errors[0].ErrorMessage;
        else if (Amount is { } amount)
            await ConvertAsync(amount, cancellation);
    }

    private async Task ConvertAsync(decimal amount, CancellationToken cancellation)
    {
        var outcome = await OutcomeAsync(amount, cancellation);
        if (outcome.Succeeded)
            Result = outcome.Value;
        else
            Fault = texts.Word(outcome.Refusals[0]);
    }

    private async Task<Outcome<Converted>> OutcomeAsync(decimal amount, CancellationToken cancellation)
    {
        if (Currencies.Find(Of) is not { } of)
            return new Refusal("unknown-currency", null, Of);
        if (Currencies.Find(Into) is not { } into)
            return new Refusal("unknown-currency", null, Into);
        if (Money.From(amount, of) is not { } money)
            return new Refusal("bad-amount", null, of.Code, of.MinorUnit);
        var book = await books.LoadAsync([Of, Into], Kind, Day, cancellation);
        return book.Convert(money, into, Day, Kind);
    }
}
