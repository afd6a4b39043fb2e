using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

public static class DeliveryServices
{
    /// <summary>Deliveries by mail. Storage brings the <see cref="IDeliveryStore"/>; whoever writes messages adds an <see cref="IMessageSource"/>.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(new RetryPolicy());
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddSingleton(provider => new DeliveryQueue(
            provider.GetRequiredService<IDeliveryStore>(), provider.GetRequiredService<RetryPolicy>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeliverySender>();
        services.AddSingleton<IMessageSender, AccountMessageSender>();
        services.AddHostedService<DeliveryLoop>();
        return services;
    }
}
