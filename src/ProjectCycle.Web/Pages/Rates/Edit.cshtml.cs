using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Rates;

/// <summary>A rate that is entered by hand, or one to change: what it says, not for which pair, type and day it holds.</summary>
[Authorize(Policy = "rate.edit")]
public sealed class EditModel(RateList rates, SaveRate save, Texts texts) : PageModel
{
    private const string List = "/money/rates";

    [BindProperty]
    public RateInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null for a new one.</summary>
    public Guid? Id => Guid.TryParse((string?)RouteData.Values["id"], out var id) ? id : null;

    /// <summary>As it is stored; null for a new one.</summary>
    public ExchangeRate? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Stored is { } stored)
        {
            Input = new RateInput { FromCode = stored.FromCode, ToCode = stored.ToCode, On = stored.On, Type = stored.Type, Rate = stored.Rate, Unit = stored.Unit, Source = stored.Source };
            Version = stored.Version;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var refusals = Id is { } id
            ? (await save.ChangeAsync(id, Input, Version, cancellation)).Refusals
            : (await save.AddAsync(Input with { FromCode = Code(Input.FromCode), ToCode = Code(Input.ToCode) }, cancellation)).Refusals;
        return Answer(refusals.Count == 0 ? default(Done) : refusals.ToList(), Id is null ? "work.added" : "work.saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) =>
        Id is { } id && await LoadAsync(cancellation) ? Answer(await save.RemoveAsync(id, Version, cancellation), "work.removed") : NotFound();

    private static string Code(string typed) => typed.Trim().ToUpperInvariant();

    private IActionResult Answer(Outcome<Done> outcome, string done)
    {
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (outcome.Succeeded)
        {
            TempData.FlashDone(texts[done]);
            return LocalRedirect(List);
        }
        ModelState.Add(outcome.Refusals, texts, nameof(Input));
        if (outcome.LostRace())
        {
            ModelState.Remove(nameof(Version));
            Version = Stored!.Version;
        }
        return Page();
    }

    /// <summary>False for an address without a rate.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
            Stored = await rates.FindAsync(id, cancellation);
        return Stored is not null || (string?)RouteData.Values["id"] == "new";
    }
}
