using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ProjectCycle.Web.Pages.Home;

public sealed class IndexModel : PageModel;
