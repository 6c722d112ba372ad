using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Features.Partners;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Partners;

/// <summary>A new partner, or one to change.</summary>
[Authorize(Policy = "partner.edit")]
public sealed class EditModel(PartnerQueries partners, SavePartner save, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="PartnerInput"/> names them.</summary>
    public sealed class InputModel
    {
        public PartnerKind Kind { get; set; }
        public string Name { get; set; } = "";
        public string ShortName { get; set; } = "";
        public string CountryCode { get; set; } = "";
        public string Website { get; set; } = "";
        public string Notes { get; set; } = "";
    }

    /// <summary>Null for a new partner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return Page();
        if (await partners.FindAsync(id, cancellation) is not { Partner: var partner })
            return NotFound();
        Input = new InputModel
        {
            Kind = partner.Kind,
            Name = partner.Name,
            ShortName = partner.ShortName,
            CountryCode = partner.CountryCode,
            Website = partner.Website,
            Notes = partner.Notes,
        };
        Version = partner.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var saved = await save.HandleAsync(Id, Wanted(), Version, cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (!saved.Succeeded)
        {
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            if (saved.LostRace())
                await KnowPresentVersionAsync(cancellation);
            return Page();
        }
        TempData.FlashDone(texts["partners.saved", Input.Name.Trim()]);
        return LocalRedirect($"/partners/{saved.Value}");
    }

    private PartnerInput Wanted() => new()
    {
        Kind = Input.Kind,
        Name = Input.Name,
        ShortName = Input.ShortName,
        CountryCode = Input.CountryCode,
        Website = Input.Website,
        Notes = Input.Notes,
    };

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Version));
        Version = (await partners.FindAsync(Id!.Value, cancellation))?.Partner.Version ?? Version;
    }
}
