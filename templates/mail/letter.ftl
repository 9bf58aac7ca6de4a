<#ftl output_format="plainText">
Hello<#if name?has_content> ${name}</#if>,

<#if reminder>
A few days ago we asked for your view. <#if team??>The questions are still open for you, as one of ${client}'s ${team} team<#else>Your answers about working with ${client} are still welcome</#if>. What you have filled in so far is kept.
<#elseif team??>
${client} asked us, an independent third party, to compare how customers experience working with them and how its own teams believe they do. As one of the ${team} team, please give your own view: the same questions, seen from your side.
<#else>
${client} asked us, an independent third party, to find out how working with them really feels. You know that as their customer. Their sales and marketing teams answer the same questions, and we compare the two views.
</#if>

It takes about ${minutes} minutes, on a phone too<#if until??>, until ${until}</#if>.

Give your view:
${answer}

<#if team??>
Your team has ${promise.people()} <#if promise.people() == 1>person<#else>people</#if>. Its average appears from ${promise.answers()} answers; colleagues may guess. Names are deleted ${promise.deletion()}.
<#else>
${client} never receives your name with your answers. It sees groups of at least ${promise.answers()} people from ${promise.accounts()} companies. Names are deleted ${promise.deletion()}.
</#if>

${sender}

Not for you? Stop all mails:
${stop}
