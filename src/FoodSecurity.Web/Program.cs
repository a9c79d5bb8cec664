using FoodSecurity.Web;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Setup.ContentRoot() });
builder.AddFoodSecurity();

var app = builder.Build();
app.LoadShippedData();
app.UseFoodSecurity();
app.MapRazorPages();
app.MapChartFiles();
app.MapMakerFiles();
app.MapAnnotationFiles();
app.MapTraceFiles();
app.MapArticleFiles();
app.MapHealth();
app.Run();

/// <summary>Named so that tests can start the site in their own process.</summary>
public partial class Program;
